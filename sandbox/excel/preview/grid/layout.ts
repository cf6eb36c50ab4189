import { drawnCount, drawnIndex, trueIndex } from '../../model/visible.ts'
import type { SheetView } from '../../model/protocol.ts'

/** How true rows and columns of a sheet stand on the grid, whose rows begin below the frozen ones. */
export interface GridLayout {
  /** Rows and columns the grid scrolls through; frozen rows are not among them. */
  readonly rows: number
  readonly columns: number
  /** True rows of the frozen strip, hidden ones left out. */
  readonly frozenRows: readonly number[]
  /** Frozen columns that are drawn. */
  readonly frozenColumns: number
  trueRow(gridRow: number): number
  trueColumn(gridColumn: number): number
  /** The grid's row of a true row; negative for a frozen one. */
  gridRow(row: number): number
  gridColumn(column: number): number
  columnWidth(gridColumn: number): number
}

/** @param more rows and columns to draw beyond those the workbook speaks of, as the user scrolls on */
export function gridLayout(sheet: SheetView, more = { rows: 0, columns: 0 }): GridLayout {
  const { hiddenRows, hiddenColumns, columnWidths, defaultColumnWidth } = sheet
  const frozen = drawnCount(hiddenRows, sheet.frozenRows)
  const rows = Math.max(sheet.rowCount, more.rows)
  const columns = Math.max(sheet.columnCount, more.columns)
  const trueColumn = (gridColumn: number) => trueIndex(hiddenColumns, gridColumn)
  return {
    rows: drawnCount(hiddenRows, rows) - frozen,
    columns: drawnCount(hiddenColumns, columns),
    frozenRows: Array.from({ length: frozen }, (_, row) => trueIndex(hiddenRows, row)),
    frozenColumns: drawnCount(hiddenColumns, sheet.frozenColumns),
    trueRow: (gridRow) => trueIndex(hiddenRows, gridRow + frozen),
    trueColumn,
    gridRow: (row) => drawnIndex(hiddenRows, row) - frozen,
    gridColumn: (column) => drawnIndex(hiddenColumns, column),
    columnWidth: (gridColumn) => columnWidths[trueColumn(gridColumn)] ?? defaultColumnWidth,
  }
}
