import { intersect, lastColumn, lastRow, type Area } from './area.ts'
import { readHeaders } from './headers.ts'
import { notify } from './notify.ts'
import type { Workbook } from './book.ts'
import type { Table, Worksheet } from './state.ts'
import { newColumn, setColumns } from './table.ts'

/** Rows that a table takes in for what was written: straight below it or, by a user, over its end. */
const rowsBelow = (workbook: Workbook, { area, showTotals }: Table, written: Area): number => {
  const within = written.column >= area.column && lastColumn(written) <= lastColumn(area)
  const more = lastRow(written) - lastRow(area)
  const begins =
    written.row === lastRow(area) + 1 ||
    (workbook.origin === 'user' && written.row >= area.row && written.row <= lastRow(area))
  return within && begins && more > 0 && !showTotals ? more : 0
}

/** Whether a user has typed straight beside a table. */
const isBeside = (workbook: Workbook, { area, showHeaders }: Table, written: Area): boolean =>
  workbook.origin === 'user' &&
  showHeaders &&
  written.column === lastColumn(area) + 1 &&
  written.columns === 1 &&
  written.row >= area.row &&
  lastRow(written) <= lastRow(area)

/**
 * A table takes in what is written straight below it (and, typed by a user, straight beside it), as
 * long as no other table is in the way: Excel's automatic expansion.
 */
export const growTables = (workbook: Workbook, sheet: Worksheet, written: Area): void => {
  for (const table of sheet.tables) {
    const { area } = table
    const beside = isBeside(workbook, table, written)
    const grown = {
      ...area,
      rows: area.rows + rowsBelow(workbook, table, written),
      columns: area.columns + (beside ? 1 : 0),
    }
    const free = sheet.tables.every((other) => other === table || !intersect(other.area, grown))
    if (!free || (grown.rows === area.rows && !beside)) continue
    table.area = grown
    if (beside) {
      setColumns(table, [...table.columns, newColumn(table)])
      readHeaders(sheet, table)
    }
    notify(workbook, { kind: 'layout', sheet })
  }
}
