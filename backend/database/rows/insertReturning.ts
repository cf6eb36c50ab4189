import * as z from 'zod'
import type { Dialect } from '../dialect/dialect.ts'
import type { Transaction } from '../openDatabase.ts'
import { name, sql } from '../sql.ts'
import type { Sql } from '../sql.ts'
import { executeMany } from './executeMany.ts'
import { arrayInsert, mergeInsert, singleInserts } from './insertRows.ts'
import type { Insertion } from './insertion.ts'

const codes = z.array(z.object({ code: z.string(), by: z.optional(z.string()) }))

/**
 * Inserts many rows (their first column a number) whose codes an identity, a default or a trigger makes, in as few round trips as
 * `insertRows`.
 * @returns the codes, in the order of the rows
 */
export async function insertReturning(
  transaction: Transaction,
  dialect: Dialect,
  insertion: Insertion,
  codeColumn: string,
): Promise<readonly string[]> {
  if (insertion.rows.length === 0) return []
  const made = await inserted(transaction, dialect, insertion, codeColumn)
  if (made.length !== insertion.rows.length) {
    throw new Error(
      `The database gave ${made.length} codes for ${insertion.rows.length} new records`,
    )
  }
  return made
}

async function inserted(
  transaction: Transaction,
  dialect: Dialect,
  insertion: Insertion,
  codeColumn: string,
): Promise<readonly string[]> {
  const code = dialect.numberText(name(codeColumn))
  const read = async (statement: Sql): Promise<readonly string[]> => {
    const rows = await transaction.read(statement)
    // A trigger that selects something gives rows of its own.
    const made = codes.parse(rows.filter((row) => 'code' in row))
    if (made.some(({ by }, at) => by !== undefined && by !== String(insertion.rows[at]?.[0]))) {
      throw new Error('The database gave new codes in another order than the records came in')
    }
    return made.map((row) => row.code)
  }
  switch (dialect.client) {
    case 'pg': {
      const by = dialect.numberText(name(insertion.columns[0]?.name ?? codeColumn))
      return read(
        sql`${arrayInsert(insertion)} returning ${code} as ${name('code')}, ${by} as ${name('by')}`,
      )
    }
    case 'mssql':
      return read(mergeInsert(insertion, dialect.numberText(name('inserted', codeColumn))))
    case 'oracledb': {
      const statements = singleInserts(dialect, insertion).map(
        (statement) => sql`${statement} returning ${code} into ${null}`,
      )
      return (await executeMany(transaction, statements, 'text')).returned
    }
  }
}
