import { performance } from 'node:perf_hooks'
import type { Database, Row, Sql } from '../../backend/database/index.ts'

/** What went to a database since `forget`. */
export interface Watched {
  readonly database: Database
  readonly statements: readonly Sql[]
  /** Milliseconds that the statements took, driver and Knex included. */
  readonly ms: number
  forget(): void
}

/** A database whose reading statements are kept and timed. */
export function watch(
  database: Database,
  read: (statement: Sql, signal?: AbortSignal) => Promise<readonly Row[]> = database.read,
): Watched {
  const seen = { statements: new Array<Sql>(), ms: 0 }
  return {
    database: {
      ...database,
      read: async (statement, signal) => {
        seen.statements.push(statement)
        const started = performance.now()
        const rows = await read(statement, signal)
        seen.ms += performance.now() - started
        return rows
      },
    },
    get statements() {
      return seen.statements
    },
    get ms() {
      return seen.ms
    },
    forget: () => {
      seen.statements = []
      seen.ms = 0
    },
  }
}
