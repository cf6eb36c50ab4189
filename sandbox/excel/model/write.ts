import { lastColumn, lastRow, type Area } from './area.ts'
import { rowOf } from './cells.ts'
import { notify } from './notify.ts'
import { enterText } from './entry.ts'
import { parseFormula } from './formula/parse.ts'
import { growTables } from './grow.ts'
import { isRowFiltered, hasFilteredRows, valueAt } from './read.ts'
import { Refusal, SHAPE_MESSAGE } from './refusal.ts'
import { syncHeaders } from './headers.ts'
import type { Workbook } from './book.ts'
import type { Worksheet } from './state.ts'

/** What may be written into one cell; null and undefined leave it alone, `''` empties it. */
export type Written = string | number | boolean | null | undefined

/** Puts one entry into one cell, by Excel's entry rules. */
const writeCell = (
  workbook: Workbook,
  sheet: Worksheet,
  row: number,
  column: number,
  written: Written,
): void => {
  if (written === null || written === undefined) return
  const line = rowOf(sheet.cells, row)
  const format = line.formats[column] ?? 'General'
  if (typeof written !== 'string') {
    // A cell formatted as text keeps what is entered as text.
    line.values[column] = format === '@' ? String(written).toUpperCase() : written
    if (line.formulas.length > column) line.formulas[column] = undefined
    return
  }
  const entry = enterText(written, format, workbook.dateOrder, workbook.thisYear)
  if (entry.kind === 'formula') {
    const expression = parseFormula(entry.text)
    if (!expression) throw new Refusal('InvalidArgument')
    line.values[column] = undefined
    line.formulas[column] = { text: entry.text, expression, result: undefined, revision: -1 }
    return
  }
  line.values[column] = entry.kind === 'empty' ? undefined : entry.value
  if (line.formulas.length > column) line.formulas[column] = undefined
  if (entry.kind === 'value' && entry.format !== undefined && format === 'General') {
    line.formats[column] = entry.format
  }
}

/** Whether an array has the area's rows and columns, every row of it. */
const fits = (values: readonly (readonly Written[])[], area: Area): boolean =>
  values.length === area.rows && values.every((line) => line.length === area.columns)

/**
 * Writes values or formulas into an area; a plain value fills it. Into an area of which a filter
 * hides rows Excel writes the first row of the array into every row shown, and nothing into the
 * others (office-js#224, xlwings#747); that is played here, so that it is noticed.
 */
export const writeValues = (
  workbook: Workbook,
  sheet: Worksheet,
  area: Area,
  values: Written | readonly (readonly Written[])[],
): void => {
  const lines = Array.isArray(values) ? values : null
  if (lines && !fits(lines, area)) throw new Refusal('InvalidArgument', SHAPE_MESSAGE)
  const fill = Array.isArray(values) ? undefined : values
  const single = area.rows === 1 && area.columns === 1
  const before = single ? valueAt(workbook, sheet, area.row, area.column) : undefined
  const scrambled = workbook.origin === 'addin' && area.rows > 1 && hasFilteredRows(sheet, area)
  for (let row = area.row; row <= lastRow(area); row += 1) {
    if (scrambled && isRowFiltered(sheet, row)) continue
    const line = lines?.[scrambled ? 0 : row - area.row]
    for (let column = area.column; column <= lastColumn(area); column += 1) {
      writeCell(workbook, sheet, row, column, lines ? line?.[column - area.column] : fill)
    }
  }
  workbook.revision += 1
  growTables(workbook, sheet, area)
  syncHeaders(workbook, sheet, area)
  const after = single ? valueAt(workbook, sheet, area.row, area.column) : undefined
  notify(workbook, { kind: 'cells', sheet, area, detail: single ? { before, after } : null })
}

/** Sets number formats; one format fills the area, an array must have its shape. */
export const writeFormats = (
  workbook: Workbook,
  sheet: Worksheet,
  area: Area,
  formats: string | readonly (readonly (string | null)[])[],
): void => {
  const lone = typeof formats === 'string' ? formats : single(formats)
  if (lone === null && !fits(typeof formats === 'string' ? [] : formats, area)) {
    throw new Refusal('InvalidArgument', SHAPE_MESSAGE)
  }
  for (let row = area.row; row <= lastRow(area); row += 1) {
    const line = rowOf(sheet.cells, row)
    for (let column = area.column; column <= lastColumn(area); column += 1) {
      const format = lone ?? formats[row - area.row]?.[column - area.column] ?? null
      if (format !== null) line.formats[column] = format === '' ? 'General' : format
    }
  }
  notify(workbook, { kind: 'format', sheet, area })
}

const single = (formats: readonly (readonly (string | null)[])[]): string | null =>
  formats.length === 1 && formats[0]?.length === 1 ? (formats[0][0] ?? null) : null
