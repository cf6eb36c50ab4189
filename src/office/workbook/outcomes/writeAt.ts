import { toCell } from '../cells/cell.ts'
import type { Run } from '../cells/blocks.ts'
import { runsOf } from '../cells/runs.ts'
import { alsoShowing, readFilters, withFiltersOff } from '../grid/filters.ts'
import {
  bodyBlock,
  columnOf,
  locateGrid,
  requireColumn,
  rowCount,
  type Grid,
} from '../grid/grid.ts'
import type { SessionPlace } from '../session/place.ts'
import { expectedKeys, repairsOf, type LoadedRow, type ReadIndex } from './keyIndex.ts'

export type Outcomes = ReadonlyMap<string, Outcome>
/** As asked for, or as it stood before somebody moved the row away under the write. */
export interface Outcome {
  readonly status: string
  readonly reason: string | null
}

export type Tried =
  | { readonly kind: 'written' }
  /** The keys stand elsewhere; nothing was written. */
  | { readonly kind: 'stale' }
  /** The sheet was sorted in the moment of writing: these rows have to be put right. */
  | { readonly kind: 'moved'; readonly repairs: Outcomes }

/** Rows between two written ones that one range may bridge; their cells are left alone. */
const bridgedGap = 20

/** Writes outcomes where the index says their keys stand, after a look that they still do. */
export function writeAt(place: SessionPlace, outcomes: Outcomes, index: ReadIndex): Promise<Tried> {
  const keys = expectedKeys(index.keys, outcomes.keys())
  const runs = runsOf(keys.keys(), bridgedGap)
  return place.door.run(async (context) => {
    const grid = await locateGrid(context, place)
    requireColumn(grid, 'rowKey')
    if (rowCount(grid) !== index.rows) return { kind: 'stale' }
    if (runs.length === 0) return { kind: 'written' }
    const before = queueLook(grid, runs)
    const filters = await readFilters(context, grid)
    await context.sync()
    if (repairsOf(keys, loaded(before)).length > 0) return { kind: 'stale' }

    const during = queueLook(grid, runs)
    const statuses = [...outcomes.values()].map(({ status }) => status)
    withFiltersOff(grid, alsoShowing(filters, grid.columns.get('status'), statuses), () => {
      for (const run of runs) queueRun(grid, run, keys, outcomes, place)
    })
    await context.sync()
    const repairs = repairsOf(keys, loaded(during))
    return repairs.length === 0 ? { kind: 'written' } : { kind: 'moved', repairs: new Map(repairs) }
  })
}

function queueRun(
  grid: Grid,
  run: Run,
  keys: ReadonlyMap<number, string>,
  outcomes: Outcomes,
  place: SessionPlace,
): void {
  for (const field of ['status', 'reason'] as const) {
    const column = grid.columns.get(field)
    if (column === undefined) continue
    const cells: (string | number | null)[][] = []
    for (let position = run.from; position < run.to; position += 1) {
      const outcome = outcomes.get(keys.get(position) ?? '')
      // null leaves the cell alone.
      cells.push([outcome ? toCell(columnOf(field).kind, outcome[field], place.dateSystem) : null])
    }
    const range = bodyBlock(grid, run, column, 1)
    range.numberFormat = [['@']]
    range.values = cells
  }
}

interface Look {
  readonly run: Run
  readonly keys: Excel.Range
  readonly statuses: Excel.Range | null
  readonly reasons: Excel.Range | null
}

/** Queues a look at keys, statuses and reasons as they stand at that point of the batch. */
function queueLook(grid: Grid, runs: readonly Run[]): readonly Look[] {
  const ask = (run: Run, column: number | undefined) => {
    if (column === undefined) return null
    const range = bodyBlock(grid, run, column, 1)
    range.load('values')
    return range
  }
  return runs.flatMap((run) => {
    const keys = ask(run, grid.columns.get('rowKey'))
    const statuses = ask(run, grid.columns.get('status'))
    const reasons = ask(run, grid.columns.get('reason'))
    return keys ? [{ run, keys, statuses, reasons }] : []
  })
}

function loaded(looks: readonly Look[]): readonly LoadedRow[] {
  return looks.flatMap(({ run, keys, statuses, reasons }) => {
    const status = statuses?.values
    const reason = reasons?.values
    return keys.values.map((cells, at) => ({
      position: run.from + at,
      rowKey: String(cells[0] ?? ''),
      status: String(status?.[at]?.[0] ?? ''),
      reason: String(reason?.[at]?.[0] ?? ''),
    }))
  })
}
