import type { Dialect } from '../dialect/dialect.ts'
import type { Transaction } from '../openDatabase.ts'
import { allOf, concat, name, sql, toRaw } from '../sql.ts'
import type { Sql } from '../sql.ts'
import { boundCell, columnArray } from './cells.ts'
import type { Cell, RowColumn, SameColumn } from './cells.ts'

/** Changes to many rows of one table, each only if it still holds what it was seen to hold. */
export interface Changes {
  readonly table: readonly string[]
  readonly key: RowColumn
  readonly columns: readonly RowColumn[]
  readonly same?: readonly SameColumn[]
  /** Columns that are not written, but must hold what they were seen to hold. */
  readonly seen: readonly RowColumn[]
  readonly rows: readonly {
    readonly key: string
    readonly seen: readonly Cell[]
    readonly from: readonly Cell[]
    readonly to: readonly Cell[]
  }[]
}

/**
 * Changes rows that nobody changed meanwhile; blanks match blanks.
 * @returns how many were changed: fewer than given says that somebody else was there first
 */
export async function updateRows(
  transaction: Transaction,
  dialect: Dialect,
  changes: Changes,
): Promise<number> {
  if (changes.rows.length === 0) return 0
  if (dialect.client === 'pg') {
    return (await transaction.read(sql`${arrayUpdate(changes)} returning 1 as changed`)).length
  }
  let changed = 0
  for (const row of changes.rows) {
    const set = [
      ...changes.columns.map((column, at) => ({
        name: column.name,
        value: boundCell(dialect, row.to[at], column.kind),
      })),
      ...(changes.same ?? []),
    ]
    changed += await transaction
      .knex(changes.table.join('.'))
      .where(toRaw(transaction.knex, unchangedSince(dialect, changes, row)))
      .update(
        Object.fromEntries(
          set.map((column) => [column.name, toRaw(transaction.knex, column.value)]),
        ),
      )
  }
  return changed
}

function arrayUpdate(changes: Changes): Sql {
  const { key, columns, rows, seen, same = [] } = changes
  const keys = rows.map((row) => [row.key])
  const from = rows.map((row) => [...row.from, ...row.seen])
  const watched = [...columns, ...seen]
  const to = rows.map((row) => row.to)
  const arrays = [
    columnArray(keys, 0, key.kind),
    ...watched.map((column, at) => columnArray(from, at, column.kind)),
    ...columns.map((column, at) => columnArray(to, at, column.kind)),
  ]
  const given = [
    name('k'),
    ...watched.map((_, at) => name(`f${at}`)),
    ...columns.map((_, at) => name(`t${at}`)),
  ]
  const set = [
    ...columns.map((column, at) => sql`${name(column.name)} = ${name('given', `t${at}`)}`),
    ...same.map((column) => sql`${name(column.name)} = ${column.value}`),
  ]
  const unchanged = watched.map(
    (column, at) =>
      sql`${name('held', column.name)} is not distinct from ${name('given', `f${at}`)}`,
  )
  return sql`update ${name(...changes.table)} as held set ${concat(set, ', ')} from unnest(${concat(arrays, ', ')}) as given(${concat(given, ', ')}) where ${name('held', key.name)} = ${name('given', 'k')} and ${allOf(unchanged)}`
}

function unchangedSince(dialect: Dialect, changes: Changes, row: Changes['rows'][number]): Sql {
  const held = [...row.from, ...row.seen]
  const same = [...changes.columns, ...changes.seen].map((column, at) => {
    const from = held[at]
    if (from === null || from === undefined) return sql`${name(column.name)} is null`
    return column.kind === 'day'
      ? sql`${dialect.dateText(name(column.name))} = ${String(from)}`
      : sql`${name(column.name)} = ${boundCell(dialect, from, column.kind)}`
  })
  const key = sql`${name(changes.key.name)} = ${boundCell(dialect, row.key, changes.key.kind)}`
  return allOf([key, ...same])
}
