import type { Dialect } from '../dialect/dialect.ts'
import type { Transaction } from '../openDatabase.ts'
import { concat, name, sql, toRaw } from '../sql.ts'
import type { Sql } from '../sql.ts'
import { blankCell, textOf } from './cells.ts'
import type { Insertion } from './insertion.ts'

/** Rows that go to the server in one round trip. */
const most = 1000

/**
 * Inserts many rows through the `executeMany` of Oracle's driver: one statement, its values a row at
 * a time, one round trip for each 1000 rows.
 */
export async function insertMany(
  { knex }: Transaction,
  dialect: Dialect,
  insertion: Insertion,
): Promise<void> {
  const { columns, same = [], rows } = insertion
  const shape = concat(
    [...columns.map((column) => blankCell(dialect, column.kind)), ...same.map((one) => one.value)],
    ', ',
  )
  const names = concat(
    [...columns, ...same].map((column) => name(column.name)),
    ', ',
  )
  const statement: Sql = sql`insert into ${name(...insertion.table)} (${names}) values (${shape})`
  const { sql: text, bindings } = toRaw(knex, statement).toSQL().toNative()
  const constants = bindings.slice(columns.length)
  const connection: unknown = await knex.client.acquireConnection()
  if (!takesMany(connection)) throw new Error('The driver of Oracle knows no executeMany')
  for (let at = 0; at < rows.length; at += most) {
    const values = rows
      .slice(at, at + most)
      .map((row) => [...columns.map((_, index) => textOf(row[index])), ...constants])
    await connection.executeMany(text, values, { autoCommit: false })
  }
}

interface TakesMany {
  executeMany(
    statement: string,
    values: readonly (readonly unknown[])[],
    options: { readonly autoCommit: boolean },
  ): Promise<unknown>
}

function takesMany(connection: unknown): connection is TakesMany {
  return (
    typeof connection === 'object' &&
    connection !== null &&
    typeof Reflect.get(connection, 'executeMany') === 'function'
  )
}
