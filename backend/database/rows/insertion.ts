import type { Cell, RowColumn, SameColumn } from './cells.ts'

/** Many rows that are to be made in one table. */
export interface Insertion {
  /** Owner and table. */
  readonly table: readonly string[]
  readonly columns: readonly RowColumn[]
  readonly same?: readonly SameColumn[]
  readonly rows: readonly (readonly Cell[])[]
}
