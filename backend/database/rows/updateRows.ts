import * as z from 'zod'
import type { Dialect } from '../dialect/dialect.ts'
import type { Transaction } from '../openDatabase.ts'
import { allOf, concat, name, sql } from '../sql.ts'
import type { Sql } from '../sql.ts'
import { boundCell, columnArray, jsonRows } from './cells.ts'
import type { Cell, CellKind, RowColumn, SameColumn } from './cells.ts'
import { executeMany } from './executeMany.ts'
import { lockRows } from './lockRows.ts'

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

const counted = z.object({ changed: z.coerce.number() })

/**
 * Changes rows that nobody changed meanwhile, in one round trip (on Oracle two for each 1000 rows);
 * blanks match blanks.
 * @returns how many were changed: fewer than given says that somebody else was there first
 */
export async function updateRows(
  transaction: Transaction,
  dialect: Dialect,
  changes: Changes,
): Promise<number> {
  if (changes.rows.length === 0) return 0
  switch (dialect.client) {
    case 'pg':
      return (await transaction.read(sql`${arrayUpdate(changes)} returning 1 as changed`)).length
    case 'mssql': {
      const rows = await transaction.read(jsonUpdate(changes))
      // A trigger that selects something gives rows of its own.
      return counted.parse(rows.find((row) => 'changed' in row)).changed
    }
    case 'oracledb': {
      const { table, key, rows } = changes
      const keys = rows.map((row) => row.key)
      await lockRows(transaction, dialect, { table, key: key.name, keys })
      const { changed } = await executeMany(transaction, singleUpdates(dialect, changes))
      return changed.filter((rows) => rows === 1).length
    }
  }
}

/** What a row must still hold, in the order of `watchedCells`. */
const watchedColumns = ({ columns, seen }: Changes): readonly RowColumn[] => [...columns, ...seen]
const watchedCells = ({ from, seen }: Changes['rows'][number]): readonly Cell[] => [
  ...from,
  ...seen,
]

/** All rows as arrays, a column an array (PostgreSQL). */
function arrayUpdate(changes: Changes): Sql {
  const { key, columns, rows, same = [] } = changes
  const keys = rows.map((row) => [row.key])
  const from = rows.map(watchedCells)
  const watched = watchedColumns(changes)
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
  const unchanged = watched.map(
    (column, at) =>
      sql`${filled(name('held', column.name), column.kind)} is not distinct from ${name('given', `f${at}`)}`,
  )
  return sql`update ${name(...changes.table)} as held set ${concat(givenSets(columns, same), ', ')} from unnest(${concat(arrays, ', ')}) as given(${concat(given, ', ')}) where ${name('held', key.name)} = ${name('given', 'k')} and ${allOf(unchanged)}`
}

/**
 * All rows as one value (SQL Server). INTERSECT holds two blanks for the same; texts are compared to
 * the letter, whatever the column's collation. OUTPUT would be refused on a table with triggers.
 */
function jsonUpdate(changes: Changes): Sql {
  const { table, key, columns, same = [] } = changes
  const watched = watchedColumns(changes)
  const given = jsonRows(
    [
      { name: 'k', kind: 'key' },
      ...watched.map(({ kind }, at) => ({ name: `f${at}`, kind })),
      ...columns.map(({ kind }, at) => ({ name: `t${at}`, kind })),
    ],
    changes.rows.map((row) => [row.key, ...watchedCells(row), ...row.to]),
  )
  const holds = watched.map(({ name: own, kind }) => comparable(name('held', own), kind))
  const saw = watched.map(({ kind }, at) => comparable(name('given', `f${at}`), kind))
  return sql`update held set ${concat(givenSets(columns, same), ', ')} from ${name(...table)} as held inner join ${given} on ${name('held', key.name)} = ${name('given', 'k')} where exists (select ${concat(holds, ', ')} intersect select ${concat(saw, ', ')}); select @@rowcount as changed`
}

function comparable(value: Sql, kind: CellKind): Sql {
  switch (kind) {
    case 'text':
      return sql`${filled(sql`cast(${value} as nvarchar(max))`, kind)} collate Latin1_General_100_BIN2`
    case 'number':
      return value
    case 'day':
      return sql`cast(${value} as date)`
  }
}

/** An empty text of ebs was read as a blank. */
function filled(value: Sql, kind: CellKind): Sql {
  return kind === 'text' ? sql`nullif(${value}, '')` : value
}

/** One statement a row, all of one text (Oracle). DECODE holds two blanks for the same. */
function singleUpdates(dialect: Dialect, changes: Changes): readonly Sql[] {
  const { table, key, columns, same = [] } = changes
  const watched = watchedColumns(changes)
  return changes.rows.map((row) => {
    const set = [
      ...columns.map(
        (column, at) => sql`${name(column.name)} = ${boundCell(dialect, row.to[at], column.kind)}`,
      ),
      ...same.map((column) => sql`${name(column.name)} = ${column.value}`),
    ]
    const cells = watchedCells(row)
    const unchanged = watched.map((column, at): Sql => {
      const cell = cells[at]
      const own = name(column.name)
      // A DATE has a time of day, which is not looked at.
      return column.kind === 'day'
        ? sql`decode(${dialect.dateText(own)}, ${boundCell(dialect, cell, 'text')}, 1, 0) = 1`
        : sql`decode(${own}, ${boundCell(dialect, cell, column.kind)}, 1, 0) = 1`
    })
    return sql`update ${name(...table)} set ${concat(set, ', ')} where ${name(key.name)} = ${boundCell(dialect, row.key, key.kind)} and ${allOf(unchanged)}`
  })
}

function givenSets(columns: readonly RowColumn[], same: readonly SameColumn[]): readonly Sql[] {
  return [
    ...columns.map((column, at) => sql`${name(column.name)} = ${name('given', `t${at}`)}`),
    ...same.map((column) => sql`${name(column.name)} = ${column.value}`),
  ]
}
