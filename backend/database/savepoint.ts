import type { DatabaseClient } from './dialect/dialect.ts'
import { name, sql } from './sql.ts'
import type { Sql } from './sql.ts'

/** How an engine marks a point inside a transaction, goes back to it, and forgets it. */
export interface SavepointStatements {
  readonly mark: Sql
  readonly back: Sql
  /** Null where a point needs no forgetting. */
  readonly forget: Sql | null
}

/**
 * Said to the engines in words of our own: a nested transaction of Knex 3.3 ends with a COMMIT on
 * Oracle, which makes everything stand that the transaction has done so far.
 */
export function savepointStatements(client: DatabaseClient, label: string): SavepointStatements {
  const point = name(label)
  switch (client) {
    case 'pg':
      return {
        mark: sql`savepoint ${point}`,
        back: sql`rollback to savepoint ${point}`,
        forget: sql`release savepoint ${point}`,
      }
    case 'mssql':
      return {
        mark: sql`save transaction ${point}`,
        back: sql`rollback transaction ${point}`,
        forget: null,
      }
    case 'oracledb':
      return {
        mark: sql`savepoint ${point}`,
        back: sql`rollback to savepoint ${point}`,
        forget: null,
      }
  }
}
