import type { Dialect } from '../dialect/dialect.ts'
import { concat, name, sql } from '../sql.ts'
import type { Sql } from '../sql.ts'

/** What a column holds; days are `yyyy-MM-dd`, numbers digits or numbers. */
export type CellKind = 'text' | 'number' | 'day'
export type Cell = string | number | null

/** A column that gets its own value in each row. */
export interface RowColumn {
  readonly name: string
  readonly kind: CellKind
}

/** A column that gets the same expression in every row: the clock of the database, the user. */
export interface SameColumn {
  readonly name: string
  readonly value: Sql
}

/** The cells of one column as PostgreSQL takes them at once. */
export function columnArray(rows: readonly (readonly Cell[])[], at: number, kind: CellKind): Sql {
  const cells = `{${rows.map((row) => arrayCell(textOf(row[at]))).join(',')}}`
  switch (kind) {
    case 'text':
      return sql`${cells}::text[]`
    case 'number':
      return sql`${cells}::numeric[]`
    case 'day':
      return sql`${cells}::date[]`
  }
}

/** A column of rows that SQL Server gets as one value; a key is whole, as the keys of ebs are. */
export interface JsonColumn {
  readonly name: string
  readonly kind: CellKind | 'key'
}

/**
 * Rows as SQL Server takes them at once: one bound value, whatever their number. Its 2100 values and
 * 1000 rows of `VALUES` are no limits then, and its plan is the same for any number of rows.
 */
export function jsonRows(columns: readonly JsonColumn[], rows: readonly (readonly Cell[])[]): Sql {
  const types = columns.map((column, at): Sql => {
    const path: Sql = { text: `'$[${at}]'`, bindings: [] }
    return sql`${name(column.name)} ${jsonTypes[column.kind]} ${path}`
  })
  const given = JSON.stringify(rows.map((row) => columns.map((_, at) => textOf(row[at]))))
  return sql`openjson(${given}) with (${concat(types, ', ')}) as given`
}

const jsonTypes: Readonly<Record<JsonColumn['kind'], Sql>> = {
  text: sql`nvarchar(max)`,
  number: sql`decimal(22, 4)`,
  day: sql`date`,
  key: sql`decimal(18, 0)`,
}

/** One cell bound on any engine; the text of the statement is the same for every value. */
export function boundCell(dialect: Dialect, cell: Cell | undefined, kind: CellKind): Sql {
  const text = textOf(cell)
  switch (kind) {
    case 'text':
      return sql`${text}`
    case 'number':
      return dialect.number(text)
    case 'day':
      return dialect.date(text)
  }
}

/**
 * A cell as it stands in the text of a PostgreSQL array. Few have a sign to escape, and looking for one
 * takes a third of the time of replacing none.
 */
function arrayCell(text: string | null): string {
  if (text === null) return 'NULL'
  const isPlain = !text.includes('"') && !text.includes('\\')
  return isPlain ? `"${text}"` : `"${text.replace(/["\\]/g, '\\$&')}"`
}

/** A cell as all drivers take it. */
function textOf(cell: Cell | undefined): string | null {
  return cell === null || cell === undefined ? null : String(cell)
}
