import { contains, lastColumn, lastRow, sameArea, type Area } from './area.ts'
import { usedArea } from './cells.ts'
import { clearArea } from './clear.ts'
import { notify } from './notify.ts'
import type { Workbook } from './book.ts'
import type { Table, Worksheet } from './state.ts'
import { bodyArea, headerArea, setColumns } from './table.ts'

const giveBack = (workbook: Workbook, sheet: Worksheet, table: Table, before: Area): void => {
  const { area } = table
  if (sameArea(area, before) || !contains(area, before) || area.row !== before.row) return
  if (area.column !== before.column) return
  const isEmpty = (part: Area): boolean => usedArea(sheet.cells, part, true) === null
  const below = { ...area, row: lastRow(before) + 1, rows: area.rows - before.rows }
  if (below.rows > 0 && isEmpty(below)) {
    table.area = { ...table.area, rows: before.rows }
    for (let row = below.row; row <= lastRow(below); row += 1) table.filteredRows.delete(row)
  }
  const beside = { column: lastColumn(before) + 1, columns: area.columns - before.columns }
  if (beside.columns > 0 && isEmpty({ ...bodyArea(table), ...beside })) {
    const heading = { ...headerArea(table), ...beside }
    table.area = { ...table.area, columns: before.columns }
    setColumns(table, table.columns.slice(0, before.columns))
    clearArea(workbook, sheet, heading, 'Contents')
  }
  notify(workbook, { kind: 'layout', sheet })
}

/**
 * Remembers how large the tables of a sheet are.
 * @returns what gives back the cells they have taken in since, as far as those are empty again
 */
export const rememberTables = (workbook: Workbook, sheet: Worksheet): (() => void) => {
  const areas = sheet.tables.map((table) => ({ table, area: table.area }))
  return () => {
    for (const { table, area } of areas) {
      if (sheet.tables.includes(table)) giveBack(workbook, sheet, table, area)
    }
  }
}
