import type { Dialect, Fault } from './dialect/dialect.ts'
import { errorFacts } from './dialect/errorFacts.ts'

/**
 * A statement that the engine did not carry out. Drivers put values and whole statements into their
 * messages; names, ULNs and birth dates are among them, so none of that is taken over.
 */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  readonly fault: Fault
  /** The engine's own code: SQLSTATE, ORA or SQL Server number. */
  readonly code: string

  constructor(fault: Fault, code: string) {
    super(`The database did not carry out a statement: ${said[fault]} (code ${code}).`)
    this.fault = fault
    this.code = code
  }
}

const said: Readonly<Record<Fault, string>> = {
  'lock-timeout': 'somebody else holds the row',
  'time-limit': 'it took too long',
  deadlock: 'it met another one that waited for it',
  duplicate: 'the record exists already',
  canceled: 'it was stopped',
  other: 'see the code in the manual of the engine',
}

/**
 * The engine has ended the whole transaction where only a part of it had failed, as SQL Server does
 * when a trigger rolls back. Nothing may be written any more: it would stand by itself. `cause` is
 * the error of the part.
 */
export class TransactionLost extends Error {
  override readonly name = 'TransactionLost'
  constructor(options: { readonly cause: unknown }) {
    super('The database ended a transaction of which only a part had failed', options)
  }
}

/** A driver's error as a DatabaseError; errors of ours, and those already made, stay as they are. */
export function withoutValues(dialect: Dialect, error: unknown): unknown {
  if (error instanceof DatabaseError) return error
  const { code, number, errorNum } = errorFacts(error)
  const known = errorNum ?? number ?? code
  if (known === undefined) return error
  return new DatabaseError(dialect.fault(error), String(known))
}
