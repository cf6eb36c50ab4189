import type { GridRow } from '../../../../contract/index.ts'
import { formatOf, toCell } from '../cells/cell.ts'
import type { Run } from '../cells/blocks.ts'
import { positionsOf, runsOf } from '../cells/runs.ts'
import type { DateSystem } from '../cells/dateSerial.ts'
import { bodyBlock, columnOf, rowCount, type Grid } from '../grid/grid.ts'
import { segmentsOf } from '../grid/segments.ts'
import type { PlacedRow } from './plan.ts'

/** Up to so many rows a format for every cell takes fewer bytes than a range for every column. */
const fewRows = 16

/** Queues whole rows from this position on: formats first, then values, in our own columns only. */
function queueBlock(
  grid: Grid,
  position: number,
  rows: readonly GridRow[],
  dateSystem: DateSystem,
): void {
  const run = { from: position, to: position + rows.length }
  for (const { column, fields } of segmentsOf(grid.columns)) {
    const block = bodyBlock(grid, run, column, fields.length)
    const formats = fields.map((field) => formatOf(columnOf(field)))
    if (rows.length <= fewRows) block.numberFormat = rows.map(() => formats)
    else {
      for (const { from, to, format } of alike(formats)) {
        bodyBlock(grid, run, column + from, to - from).numberFormat = [[format]]
      }
    }
    block.values = rows.map((row) =>
      fields.map((field) => toCell(columnOf(field).kind, row[field], dateSystem)),
    )
  }
}

/** Neighbouring columns of one format, together. */
function alike(formats: readonly string[]): readonly (Run & { readonly format: string })[] {
  const groups: { from: number; to: number; format: string }[] = []
  formats.forEach((format, at) => {
    const last = groups.at(-1)
    if (last?.format === format) last.to = at + 1
    else groups.push({ from: at, to: at + 1, format })
  })
  return groups
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

/** How rows can be added to the table, in this Excel and on this sheet. */
export interface AppendWay {
  /** Table.resize came with ExcelApi 1.13; without it rows are inserted above the table's last one. */
  readonly resize: boolean
  /** Something stands below the table in its columns: it is moved down, never written over. */
  readonly below: boolean
}

/**
 * Queues new rows at the end of the table; filters must be off. Answers where a row stands afterwards:
 * with inserting, the last one stays last.
 */
export function queueAppend(
  grid: Grid,
  rows: readonly GridRow[],
  dateSystem: DateSystem,
  way: AppendWay,
): (position: number) => number {
  const standing = rowCount(grid)
  const growth = standing + rows.length - grid.bodyRows
  const last = grid.bodyRows - 1
  if (rows.length === 0) return unmoved
  if (growth <= 0 || way.resize) {
    if (grid.totals) grid.table.showTotals = false
    if (way.below && growth > 0) {
      bodyBlock(grid, { from: grid.bodyRows, to: grid.bodyRows + growth }).insert('Down')
    }
    queueBlock(grid, standing, rows, dateSystem)
    if (growth > 0) grid.table.resize(wholeTable(grid, grid.bodyRows + growth))
    if (grid.totals) grid.table.showTotals = true
    return unmoved
  }
  bodyBlock(grid, { from: last, to: last + growth }).insert('Down')
  queueBlock(grid, grid.blank ? 0 : last, rows, dateSystem)
  return (position) => (position === last ? last + growth : position)
}

function unmoved(position: number): number {
  return position
}

function wholeTable({ sheet, headerRow, firstColumn, headings }: Grid, bodyRows: number) {
  return sheet.getRangeByIndexes(headerRow, firstColumn, bodyRows + 1, headings.length)
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
