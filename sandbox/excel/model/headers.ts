import { intersect, type Area } from './area.ts'
import { rowOf } from './cells.ts'
import { displayText } from './numberformat.ts'
import type { Workbook } from './book.ts'
import type { Table, Worksheet } from './state.ts'
import { headerArea } from './table.ts'

const unique = (wanted: string, taken: ReadonlySet<string>): string => {
  if (!taken.has(wanted.toLowerCase())) return wanted
  let number = 2
  while (taken.has(`${wanted}${String(number)}`.toLowerCase())) number += 1
  return `${wanted}${String(number)}`
}

const columnNumber = (taken: ReadonlySet<string>, from: number): string => {
  let number = from
  while (taken.has(`column${String(number)}`)) number += 1
  return `Column${String(number)}`
}

/** Heading cells are unique, non-empty text: what stands there becomes so, and names the columns. */
export const readHeaders = (sheet: Worksheet, table: Table): void => {
  const taken = new Set<string>()
  const row = rowOf(sheet.cells, table.area.row)
  table.columns.forEach((column, index) => {
    const at = table.area.column + index
    const text = displayText(row.values[at], row.formats[at] ?? 'General')
    const name = text === '' ? columnNumber(taken, index + 1) : unique(text, taken)
    taken.add(name.toLowerCase())
    column.name = name
    row.values[at] = name
    if (row.formulas.length > at) row.formulas[at] = undefined
  })
}

/** Keeps column names and heading cells the same after cells were written. */
export const syncHeaders = (workbook: Workbook, sheet: Worksheet, written: Area): void => {
  for (const table of sheet.tables) {
    if (table.showHeaders && intersect(headerArea(table), written)) {
      readHeaders(sheet, table)
      workbook.revision += 1
    }
  }
}
