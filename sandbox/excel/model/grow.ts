import { intersect, lastColumn, lastRow, type Area } from './area.ts'
import { notify } from './notify.ts'
import type { Workbook } from './book.ts'
import type { Worksheet } from './state.ts'

/**
 * A table takes in what is written straight below it (and, typed by a user, straight beside its
 * headings), as long as nothing else is in the way: Excel's automatic expansion.
 */
export const growTables = (workbook: Workbook, sheet: Worksheet, written: Area): void => {
  for (const table of sheet.tables) {
    const { area } = table
    const below =
      written.row === lastRow(area) + 1 &&
      written.column >= area.column &&
      lastColumn(written) <= lastColumn(area) &&
      !table.showTotals
    if (below) {
      const grown = { ...area, rows: area.rows + written.rows }
      const free = sheet.tables.every((other) => other === table || !intersect(other.area, grown))
      if (free) table.area = grown
    }
    const beside =
      workbook.origin === 'user' &&
      table.showHeaders &&
      written.column === lastColumn(area) + 1 &&
      written.columns === 1 &&
      written.row >= area.row &&
      lastRow(written) <= lastRow(area)
    if (beside) {
      table.area = { ...table.area, columns: area.columns + 1 }
      table.columns.push({ id: table.nextColumn++, name: '', filter: null })
    }
    if (below || beside) notify(workbook, { kind: 'layout', sheet })
  }
}
