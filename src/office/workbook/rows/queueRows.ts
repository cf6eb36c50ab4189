import type { GridRow } from '../../../../contract/index.ts'
import { formatOf, toCell } from '../cells/cell.ts'
import { positionsOf, runsOf } from '../cells/runs.ts'
import type { DateSystem } from '../cells/dateSerial.ts'
import { bodyBlock, columnOf, rowCount, type Grid } from '../grid/grid.ts'
import { segmentsOf } from '../grid/segments.ts'
import type { PlacedRow } from './plan.ts'

/** Queues whole rows from this position on: formats first, then values, in our own columns only. */
function queueBlock(
  grid: Grid,
  position: number,
  rows: readonly GridRow[],
  dateSystem: DateSystem,
): void {
  const run = { from: position, to: position + rows.length }
  for (const { column, fields } of segmentsOf(grid.columns)) {
    fields.forEach((field, at) => {
      bodyBlock(grid, run, column + at, 1).numberFormat = [[formatOf(columnOf(field))]]
    })
    bodyBlock(grid, run, column, fields.length).values = rows.map((row) =>
      fields.map((field) => toCell(columnOf(field).kind, row[field], dateSystem)),
    )
  }
}

/** Queues rows over those that stand at their positions, neighbours together. */
export function queueOverwrite(
  grid: Grid,
  rows: readonly PlacedRow[],
  dateSystem: DateSystem,
): void {
  const byPosition = new Map(rows.map(({ position, row }) => [position, row]))
  for (const run of runsOf(byPosition.keys())) {
    const block = positionsOf([run]).flatMap((position) => byPosition.get(position) ?? [])
    queueBlock(grid, run.from, block, dateSystem)
  }
}

/** How rows can be added below the table, in this Excel and on this sheet. */
export interface AppendWay {
  /** Table.resize came with ExcelApi 1.13; before it a table takes in what is written below it. */
  readonly resize: boolean
  /** Something stands below the table in its columns: it is moved down, never written over. */
  readonly below: boolean
}

/** Queues new rows below the last one and makes the table hold them. Filters must be off. */
export function queueAppend(
  grid: Grid,
  rows: readonly GridRow[],
  dateSystem: DateSystem,
  way: AppendWay,
): void {
  if (rows.length === 0) return
  const from = rowCount(grid)
  const bodyRows = from + rows.length
  const { sheet, table, headerRow, firstColumn, headings } = grid
  if (grid.totals) table.showTotals = false
  if (way.below && bodyRows > grid.bodyRows) {
    bodyBlock(grid, { from: grid.bodyRows, to: bodyRows }).insert('Down')
  }
  queueBlock(grid, from, rows, dateSystem)
  if (bodyRows > grid.bodyRows) {
    const whole = sheet.getRangeByIndexes(headerRow, firstColumn, bodyRows + 1, headings.length)
    if (way.resize) table.resize(whole)
  }
  if (grid.totals) table.showTotals = true
}

/** Queues the deletion of rows, from the bottom up; cells beside the table stay where they are. */
export function queueRemove(grid: Grid, positions: readonly number[], leaves: number): void {
  const runs = runsOf(positions)
  if (leaves === 0 && runs.length > 0) {
    // A table keeps one row in its body: the last one left is emptied, not deleted.
    bodyBlock(grid, { from: 0, to: 1 }).clear('Contents')
  }
  for (const { from, to } of [...runs].reverse()) {
    const first = leaves === 0 ? Math.max(from, 1) : from
    if (to > first) bodyBlock(grid, { from: first, to }).delete('Up')
  }
}
