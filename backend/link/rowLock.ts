import { sql } from '../database/index.ts'
import type { Dialect } from '../database/index.ts'

/**
 * Around a `select` that locks its rows until the transaction ends: alone, or shared with others that
 * lock them so. Oracle has only the lock that one holds alone.
 */
export function rowLockOf(
  { client, rowLock }: Dialect,
  how: 'shared' | 'alone',
): Dialect['rowLock'] {
  if (how === 'alone') return rowLock
  switch (client) {
    case 'pg':
      return { hint: sql``, end: sql` for share` }
    case 'mssql':
      return { hint: sql` with (holdlock, rowlock)`, end: sql`` }
    case 'oracledb':
      return rowLock
  }
}
