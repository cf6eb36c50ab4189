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
import type { Workbook } from './book.ts'
import type { Worksheet } from './state.ts'
import { writeValues } from './write.ts'

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

interface Block {
  readonly row: number
  readonly lines: (string | null)[][]
}

/** Lines for neighbouring rows together: they are written, and told of, as one. */
const blocksOf = (rows: readonly number[], lines: readonly string[][], width: number): Block[] => {
  const blocks: Block[] = []
  for (const [at, line] of lines.entries()) {
    const row = rows[at] ?? 0
    const last = blocks.at(-1)
    // What a shorter line does not speak of is left alone.
    const padded = Array.from({ length: width }, (_, column) => line[column] ?? null)
    if (last && last.row + last.lines.length === row) last.lines.push(padded)
    else blocks.push({ row, lines: [padded] })
  }
  return blocks
}

/**
 * Pastes text of the clipboard: one value into all that is selected, more from the first cell on, into
 * the rows in sight one after the other.
 */
export const paste = (
  workbook: Workbook,
  sheet: Worksheet,
  areas: readonly Area[],
  text: string,
): void => {
  const lines = readClipboard(text)
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0)
  const selected = areas.reduce((sum, area) => sum + cellCount(area), 0)
  if (lines.length === 1 && width === 1 && selected > 1) {
    const filled = targets(sheet, areas)
    addUndoStep(workbook, undoStep(workbook, sheet, filled))
    for (const area of filled) writeValues(workbook, sheet, area, lines[0]?.[0] ?? '')
    return
  }
  const first = areas.at(-1)
  if (!first || width === 0) return
  const rows = rowsInSight(sheet, first.row, lines.length)
  const { column } = first
  const area = between(first.row, column, rows.at(-1) ?? first.row, column + width - 1)
  if (!isOnGrid(area)) throw new Refusal('InvalidArgument', 'There is no room to paste that here.')
  addUndoStep(workbook, undoStep(workbook, sheet, [area]))
  for (const block of blocksOf(rows, lines, width)) {
    const target = { row: block.row, column, rows: block.lines.length, columns: width }
    writeValues(workbook, sheet, target, block.lines)
  }
}
