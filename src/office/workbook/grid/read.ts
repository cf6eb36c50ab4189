import type { RowField } from '../../../../contract/index.ts'
import type { Run } from '../cells/blocks.ts'
import { fromCell } from '../cells/cell.ts'
import type { DateSystem } from '../cells/dateSerial.ts'
import { cutRuns } from '../cells/runs.ts'
import { bodyBlock, columnOf, rowCount, type Grid } from './grid.ts'
import { segmentsOf } from './segments.ts'

/** The values of some fields of one row, with its position; fields whose column is gone are absent. */
export interface ReadRow {
  readonly position: number
  readonly values: Partial<Record<RowField, string | number | null>>
}

/** A response carries at most so many bytes; Excel on the web refuses over 5 MB. */
const responseBytes = 3_500_000

/** What one cell of a field may weigh in a response: the most for row keys, generous elsewhere. */
function cellBytes(field: RowField): number {
  if (field === 'rowKey') return 1_010
  if (field === 'reason') return 300
  return columnOf(field).kind === 'text' ? 80 : 25
}

/** Rows a block of these fields may have. */
export function readBlockRows(fields: readonly RowField[]): number {
  const bytes = fields.reduce((sum, field) => sum + cellBytes(field), 0)
  return Math.max(1, Math.floor(responseBytes / Math.max(1, bytes)))
}

/**
 * Reads fields of these runs of rows (all rows by default), a sync a block. Positions beyond the grid
 * give nothing.
 */
export async function readRows(
  context: Excel.RequestContext,
  grid: Grid,
  fields: readonly RowField[],
  dateSystem: DateSystem,
  runs: readonly Run[] = [{ from: 0, to: rowCount(grid) }],
): Promise<readonly ReadRow[]> {
  const present = fields.flatMap((field) => {
    const column = grid.columns.get(field)
    return column === undefined ? [] : [[field, column] as const]
  })
  const segments = segmentsOf(new Map(present))
  const inside = runs.map(({ from, to }) => ({ from, to: Math.min(to, rowCount(grid)) }))
  const rows: ReadRow[] = []
  for (const batch of batches(cutRuns(inside, readBlockRows(fields)), readBlockRows(fields))) {
    const asked = batch.map((block) => ({
      block,
      ranges: segments.map(({ column, fields: theirs }) => {
        const range = bodyBlock(grid, block, column, theirs.length)
        range.load('values')
        return { range, fields: theirs }
      }),
    }))
    await context.sync()
    for (const { block, ranges } of asked) {
      const read = ranges.map(({ range, fields: theirs }) => ({
        values: range.values,
        columns: theirs.map((field) => ({ field, kind: columnOf(field).kind })),
      }))
      for (let position = block.from; position < block.to; position += 1) {
        const values: ReadRow['values'] = {}
        for (const { values: cells, columns } of read) {
          columns.forEach(({ field, kind }, at) => {
            values[field] = fromCell(kind, cells[position - block.from]?.[at], dateSystem)
          })
        }
        rows.push({ position, values })
      }
    }
  }
  return rows
}

/** Groups runs so that each group together has at most `rows` rows; a run is never larger. */
function batches(runs: readonly Run[], rows: number): readonly (readonly Run[])[] {
  const groups: Run[][] = []
  let held = 0
  for (const run of runs) {
    const size = run.to - run.from
    const last = groups.at(-1)
    if (last && held + size <= rows && last.length < 500) {
      last.push(run)
      held += size
    } else {
      groups.push([run])
      held = size
    }
  }
  return groups
}

/** A field as text, null when the cell is empty or the column is gone. */
export function textOf(row: ReadRow, field: RowField): string | null {
  const value = row.values[field]
  return value === null || value === undefined ? null : String(value)
}
