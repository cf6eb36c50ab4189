import { cellArea } from './area.ts'
import type { Workbook } from './book.ts'
import { formatAt } from './cells.ts'
import { writeClipboard } from './clipboard.ts'
import { entryText } from './entrytext.ts'
import { bounded } from './lookups.ts'
import { textAt, valueAt } from './read.ts'
import { Refusal } from './refusal.ts'
import { visibleAreas } from './special.ts'

const inOrder = (indexes: Iterable<number>): number[] => [...new Set(indexes)].sort((a, b) => a - b)

/**
 * Copies the selection, rows and columns out of sight left out. The workbook remembers what it was, so
 * that pasting here keeps texts and formats; formulas are copied as what they come to.
 * @returns the texts for the clipboard
 */
export const copiedText = (workbook: Workbook): string => {
  const sheet = workbook.activeSheet
  const [first = cellArea(0, 0)] = sheet.selection
  const alike =
    sheet.selection.every(({ row, rows }) => row === first.row && rows === first.rows) ||
    sheet.selection.every((one) => one.column === first.column && one.columns === first.columns)
  if (!alike) {
    throw new Refusal(
      'InvalidSelection',
      'Areas apart can be copied if they share rows or columns.',
    )
  }
  const seen = sheet.selection.flatMap((one) => visibleAreas(sheet, bounded(sheet, one)))
  const rows = inOrder(seen.flatMap(({ row, rows: count }) => indexes(row, count)))
  const columns = inOrder(seen.flatMap(({ column, columns: count }) => indexes(column, count)))
  const each = <T>(read: (row: number, column: number) => T): T[][] =>
    rows.map((row) => columns.map((column) => read(row, column)))
  const text = writeClipboard(each((row, column) => textAt(workbook, sheet, row, column)))
  const format = (row: number, column: number) => formatAt(sheet.cells, row, column)
  const entry = (row: number, column: number) => {
    const { dateOrder, thisYear } = workbook
    const value = valueAt(workbook, sheet, row, column)
    return entryText(value, format(row, column), dateOrder, thisYear)
  }
  workbook.copied = { text, entries: each(entry), formats: each(format) }
  return text
}

const indexes = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => first + at)
