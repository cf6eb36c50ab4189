import {
  between,
  cellArea,
  cellCount,
  isEntireColumn,
  isEntireRow,
  isOnGrid,
  type Area,
} from './area.ts'
import { readClipboard } from './clipboard.ts'
import { isRowHidden } from './read.ts'
import { Refusal } from './refusal.ts'
import { addUndoStep, undoStep } from './snapshot.ts'
import { visibleAreas } from './special.ts'
import type { Copied, Workbook } from './book.ts'
import type { Worksheet } from './state.ts'
import { writeFormats, writeValues } from './write.ts'

/** A whole row or column selected to paste one value into means its first cell. */
const targets = (sheet: Worksheet, areas: readonly Area[]): Area[] =>
  areas.flatMap((area) =>
    isEntireRow(area) || isEntireColumn(area)
      ? [cellArea(area.row, area.column)]
      : visibleAreas(sheet, area),
  )

/** The next rows in sight from one on. */
const rowsInSight = (sheet: Worksheet, from: number, count: number): number[] => {
  const rows: number[] = []
  for (let row = from; rows.length < count; row += 1) if (!isRowHidden(sheet, row)) rows.push(row)
  return rows
}

/** What the clipboard holds: what was copied here itself, or the cells of a text from anywhere. */
const pasted = ({ copied }: Workbook, text: string): Pick<Copied, 'entries'> & Partial<Copied> => {
  const plain = text.replaceAll('\r\n', '\n').replace(/\n$/, '')
  return copied?.text === plain ? copied : { entries: readClipboard(text) }
}

/** Rows that are neighbours, with the index of the first line for them. */
const neighbours = (rows: readonly number[]): { at: number; row: number; rows: number }[] => {
  const found: { at: number; row: number; rows: number }[] = []
  for (const [at, row] of rows.entries()) {
    const last = found.at(-1)
    if (last && last.row + last.rows === row) last.rows += 1
    else found.push({ at, row, rows: 1 })
  }
  return found
}

/** Lines as long as the longest; what a shorter one does not speak of is left alone. */
const padded = (lines: readonly (readonly string[])[], width: number): (string | null)[][] =>
  lines.map((line) => Array.from({ length: width }, (_, column) => line[column] ?? null))

/**
 * Pastes from the clipboard: one value into all that is selected, more from the first cell on, into the
 * rows in sight one after the other.
 */
export const paste = (
  workbook: Workbook,
  sheet: Worksheet,
  areas: readonly Area[],
  text: string,
): void => {
  const { entries: lines, formats } = pasted(workbook, text)
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0)
  const selected = areas.reduce((sum, area) => sum + cellCount(area), 0)
  if (lines.length === 1 && width === 1 && selected > 1) {
    const filled = targets(sheet, areas)
    addUndoStep(workbook, undoStep(workbook, sheet, filled))
    for (const area of filled) {
      if (formats) writeFormats(workbook, sheet, area, formats[0]?.[0] ?? 'General')
      writeValues(workbook, sheet, area, lines[0]?.[0] ?? '')
    }
    return
  }
  const first = areas.at(-1)
  if (!first || width === 0) return
  const rows = rowsInSight(sheet, first.row, lines.length)
  const { column } = first
  const area = between(first.row, column, rows.at(-1) ?? first.row, column + width - 1)
  if (!isOnGrid(area)) throw new Refusal('InvalidArgument', 'There is no room to paste that here.')
  addUndoStep(workbook, undoStep(workbook, sheet, [area]))
  for (const { at, ...block } of neighbours(rows)) {
    const target = { ...block, column, columns: width }
    const end = at + block.rows
    if (formats) writeFormats(workbook, sheet, target, formats.slice(at, end))
    writeValues(workbook, sheet, target, padded(lines.slice(at, end), width))
  }
}
