import { entireColumns, entireRows, lastColumn, lastRow, type Area } from './area.ts'
import { notify } from './notify.ts'
import type { Workbook } from './book.ts'
import type { Worksheet } from './state.ts'

const setAll = (set: Set<number>, first: number, last: number, hidden: boolean): void => {
  for (let index = first; index <= last; index += 1) {
    if (hidden) set.add(index)
    else set.delete(index)
  }
}

/** Hides or shows whole rows. Showing also takes a row out of a filter's hiding, as in Excel. */
export const hideRows = (
  workbook: Workbook,
  sheet: Worksheet,
  area: Area,
  hidden: boolean,
): void => {
  setAll(sheet.hiddenRows, area.row, lastRow(area), hidden)
  if (!hidden) {
    for (const table of sheet.tables) setAll(table.filteredRows, area.row, lastRow(area), false)
  }
  notify(workbook, { kind: 'hidden', sheet, area: entireRows(area), hidden })
}

/** Hides or shows whole columns. */
export const hideColumns = (
  workbook: Workbook,
  sheet: Worksheet,
  area: Area,
  hidden: boolean,
): void => {
  setAll(sheet.hiddenColumns, area.column, lastColumn(area), hidden)
  notify(workbook, { kind: 'hidden', sheet, area: entireColumns(area), hidden })
}
