import type { Area } from './area.ts'
import type { Workbook } from './book.ts'
import type { Table, TableColumn, Worksheet } from './state.ts'

export interface FoundTable {
  readonly sheet: Worksheet
  readonly table: Table
}

/** Finds a table of the workbook by name (without case) or id. */
export const findTable = (workbook: Workbook, key: string): FoundTable | null => {
  for (const sheet of workbook.sheets) {
    const table = sheet.tables.find(
      (one) => one.id === key || one.name.toLowerCase() === key.toLowerCase(),
    )
    if (table) return { sheet, table }
  }
  return null
}

/** The rows between headings and totals. */
export const bodyArea = (table: Table): Area => ({
  ...table.area,
  row: table.area.row + (table.showHeaders ? 1 : 0),
  rows: table.area.rows - (table.showHeaders ? 1 : 0) - (table.showTotals ? 1 : 0),
})

export const headerArea = (table: Table): Area => ({ ...table.area, rows: 1 })

/** The body of one column, by its place in the table. */
export const columnArea = (table: Table, index: number): Area => ({
  ...bodyArea(table),
  column: table.area.column + index,
  columns: 1,
})

/** Gives a table other columns; how it is sorted follows the columns it is sorted by. */
export const setColumns = (table: Table, columns: TableColumn[]): void => {
  const before = table.columns
  table.columns = columns
  if (!table.sort) return
  const fields = table.sort.fields.flatMap(({ key, ascending }) => {
    const at = columns.findIndex((column) => column === before[key])
    return at < 0 ? [] : [{ key: at, ascending }]
  })
  table.sort = fields.length === 0 ? null : { ...table.sort, fields }
}

/** A column that has no name yet; its heading gives it one. */
export const newColumn = (table: Table): TableColumn => ({
  id: table.nextColumn++,
  name: '',
  filter: null,
})
