import type { Dialect } from '../dialect/dialect.ts'
import { sql } from '../sql.ts'
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

/** One cell bound on any engine. */
export function boundCell(dialect: Dialect, cell: Cell | undefined, kind: CellKind): Sql {
  const text = textOf(cell)
  return text === null ? sql`${null}` : filledCell(dialect, text, kind)
}

/** A place for cells of a kind, whose values are bound apart; null is as good as any. */
export function blankCell(dialect: Dialect, kind: CellKind): Sql {
  return filledCell(dialect, '', kind)
}

function filledCell(dialect: Dialect, text: string, kind: CellKind): Sql {
  switch (kind) {
    case 'text':
      return sql`${text}`
    case 'number':
      return dialect.number(text)
    case 'day':
      return dialect.date(text)
  }
}

/** A cell as it stands in the text of a PostgreSQL array. */
function arrayCell(text: string | null): string {
  return text === null ? 'NULL' : `"${text.replace(/["\\]/g, '\\$&')}"`
}

/** A cell as all drivers take it. */
export function textOf(cell: Cell | undefined): string | null {
  return cell === null || cell === undefined ? null : String(cell)
}
