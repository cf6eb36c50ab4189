import type { Dialect } from '../dialect/dialect.ts'
import type { Transaction } from '../openDatabase.ts'
import { name, sql } from '../sql.ts'

/** Rows of ebs that are to be written. */
export interface RowsOf {
  readonly table: readonly string[]
  /** The column of numbers that names a row. */
  readonly key: string
  readonly keys: readonly string[]
}

/**
 * On Oracle locks rows that are about to be written: an UPDATE or DELETE there would wait without end
 * for somebody who holds one, and only a locking SELECT can be told how long. The other engines have
 * a setting for it.
 */
export async function lockRows(
  transaction: Transaction,
  dialect: Dialect,
  { table, key, keys }: RowsOf,
): Promise<void> {
  if (dialect.client !== 'oracledb' || keys.length === 0) return
  await transaction.read(
    sql`select 1 from ${name(...table)} where ${dialect.numberIn(name(key), keys)}${dialect.rowLock.end}`,
  )
}
