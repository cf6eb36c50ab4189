import { formatArea, parseArea, splitSheet } from './address.ts'
import { cellArea, intersect, lastColumn, WHOLE_SHEET, type Area } from './area.ts'
import { usedArea } from './cells.ts'
import { filterTexts } from './filter.ts'
import type { Calls, CellContent, FilterChoices } from './protocol.ts'
import { formulaAt, isRowHidden, readArea, textAt, valueAt } from './read.ts'
import { Refusal } from './refusal.ts'
import { findSheet } from './sheets.ts'
import type { Workbook } from './book.ts'
import type { Worksheet } from './state.ts'
import { bodyArea, findTable } from './table.ts'
import { plain, type PlainValue } from './value.ts'

/** The used part of the first selected area; a whole column selected is not a million rows. */
const selected = (sheet: Worksheet): Area => {
  const first = sheet.selection[0] ?? cellArea(0, 0)
  const used = usedArea(sheet.cells, WHOLE_SHEET, true)
  return (used && intersect(first, used)) ?? cellArea(first.row, first.column)
}

/** Values of the first selected area: `getSelectedDataAsync` tells of one matrix. */
export const selectedValues = (workbook: Workbook): PlainValue[][] => {
  const sheet = workbook.activeSheet
  return readArea(selected(sheet), (row, column) => plain(valueAt(workbook, sheet, row, column)))
}

/** The selection as Excel copies it: texts, tabs between, rows out of sight left out. */
export const copiedText = (workbook: Workbook): string => {
  const sheet = workbook.activeSheet
  const area = selected(sheet)
  const lines: string[] = []
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    if (isRowHidden(sheet, row)) continue
    const cells: string[] = []
    for (let column = area.column; column <= lastColumn(area); column += 1) {
      if (!sheet.hiddenColumns.has(column)) cells.push(textAt(workbook, sheet, row, column))
    }
    lines.push(cells.join('\t'))
  }
  return lines.join('\n')
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
  const content = formulaAt(workbook, sheet, row, column)
  const formula = typeof content === 'boolean' ? String(content).toUpperCase() : String(content)
  return { address: formatArea(cellArea(row, column)), formula }
}
