import type { SheetView } from '../model/protocol.ts'

/** An empty sheet of 100 rows and 26 columns, but for what a test says of it. */
export const sheetView = (parts: Partial<SheetView> = {}): SheetView => ({
  id: 'sheet1',
  rowCount: 100,
  columnCount: 26,
  hiddenRows: [],
  hiddenColumns: [],
  columnWidths: {},
  defaultColumnWidth: 64,
  frozenRows: 0,
  frozenColumns: 0,
  showGridlines: true,
  tables: [],
  selection: [{ row: 0, column: 0, rows: 1, columns: 1 }],
  activeCell: { row: 0, column: 0 },
  ...parts,
})
