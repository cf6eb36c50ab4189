import { formatArea, parseArea, splitSheet } from './address.ts'
import {
  cellArea,
  cellCount,
  intersect,
  isEntireColumn,
  isEntireRow,
  WHOLE_SHEET,
  type Area,
} from './area.ts'
import { formatAt, usedArea } from './cells.ts'
import { entryText } from './entrytext.ts'
import { filterTexts } from './filter.ts'
import type { Calls, CellContent, FilterChoices } from './protocol.ts'
import { readArea, valueAt } from './read.ts'
import { Refusal } from './refusal.ts'
import { findSheet } from './sheets.ts'
import type { Workbook } from './book.ts'
import type { Worksheet } from './state.ts'
import { bodyArea, findTable } from './table.ts'
import { plain, type PlainValue } from './value.ts'

/** Larger selections are cut to what is used: a column selected is not a million rows. */
const MOST_CELLS = 1_000_000

/** An area as far as it holds something, where it is too large to go through. */
export const bounded = (sheet: Worksheet, area: Area): Area => {
  const whole = isEntireRow(area) || isEntireColumn(area) || cellCount(area) > MOST_CELLS
  if (!whole) return area
  const used = usedArea(sheet.cells, WHOLE_SHEET, true)
  return (used && intersect(area, used)) ?? cellArea(area.row, area.column)
}

/** Values of the first selected area: `getSelectedDataAsync` tells of one matrix. */
export const selectedValues = (workbook: Workbook): PlainValue[][] => {
  const sheet = workbook.activeSheet
  const area = bounded(sheet, sheet.selection[0] ?? cellArea(0, 0))
  return readArea(area, (row, column) => plain(valueAt(workbook, sheet, row, column)))
}

/** What the name box understands: addresses, several with commas, with a sheet, or a table's name. */
export const readNameBox = (workbook: Workbook, text: string): Calls['address']['answer'] => {
  const found = findTable(workbook, text.trim())
  if (found) return { sheetId: found.sheet.id, areas: [bodyArea(found.table)] }
  const { sheet: name, rest } = splitSheet(text.trim())
  const sheet = name === null ? workbook.activeSheet : findSheet(workbook, name)
  const areas = rest.split(',').map((part) => parseArea(part.trim()))
  const known = areas.filter((area) => area !== null)
  return sheet && known.length === areas.length ? { sheetId: sheet.id, areas: known } : null
}

/** What a filter menu shows. */
export const filterChoices = (
  workbook: Workbook,
  tableId: string,
  column: number,
): FilterChoices => {
  const found = findTable(workbook, tableId)
  const filter = found?.table.columns[column]?.filter
  if (!found) throw new Refusal('ItemNotFound')
  const chosen =
    filter?.on === 'Values' ? new Set(filter.values.map((value) => value.toLowerCase())) : null
  return {
    choices: filterTexts(workbook, found.sheet, found.table, column).map((text) => ({
      text,
      chosen: chosen?.has(text.toLowerCase()) ?? true,
    })),
  }
}

/** What the formula bar shows of a cell. */
export const cellContent = (
  workbook: Workbook,
  sheetId: string,
  row: number,
  column: number,
): CellContent => {
  const sheet = findSheet(workbook, sheetId)
  if (!sheet) throw new Refusal('ItemNotFound')
  const { dateOrder, thisYear } = workbook
  const value = valueAt(workbook, sheet, row, column)
  const format = formatAt(sheet.cells, row, column)
  const formula =
    sheet.cells.rows[row]?.formulas[column]?.text ?? entryText(value, format, dateOrder, thisYear)
  return { address: formatArea(cellArea(row, column)), formula }
}
