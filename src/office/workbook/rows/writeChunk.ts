import { limits } from '../../../../contract/index.ts'
import { positionsOf, runsOf } from '../cells/runs.ts'
import { workbookError } from '../excel/translate.ts'
import { readFilters, withFiltersOff } from '../grid/filters.ts'
import { bodyBlock, locateGrid, requireColumn, rowCount, type Grid } from '../grid/grid.ts'
import { readRows, textOf } from '../grid/read.ts'
import { withAnswers } from '../manifest/manifest.ts'
import { queueManifest } from '../manifest/part.ts'
import { requireManifest } from '../manifest/read.ts'
import type { LearnerRows } from '../port.ts'
import type { SessionPlace } from '../session/place.ts'
import { planRows, type RowPlan, type StandingRow } from './plan.ts'
import { queueAppend, queueOverwrite, queueRemove } from './queueRows.ts'

export type ChunkWritten =
  | { readonly kind: 'written' }
  | { readonly kind: 'full' }
  /** Somebody sorted or edited the sheet in the same moment: these learners' rows are in doubt. */
  | { readonly kind: 'moved'; readonly personCodes: readonly string[] }

/**
 * Writes the answers of some learners in one sync, with the manifest that says so. `replace` looks for
 * rows of these learners first; without it they are known to have none.
 */
export function writeChunk(
  place: SessionPlace,
  answers: readonly LearnerRows[],
  replace: boolean,
): Promise<ChunkWritten> {
  return place.door.run(async (context) => {
    const grid = await locateGrid(context, place)
    requireColumn(grid, 'personCode')
    requireColumn(grid, 'rowKey')
    const { part, manifest } = await requireManifest(context, place.sessionId)
    const filters = await readFilters(context, grid)
    const below = await somethingBelow(context, grid)
    const standing = replace ? await readStanding(context, grid, place) : []
    const plan = planRows(standing, answers)
    const rows = rowCount(grid) + plan.append.length - plan.remove.length
    if (rows > limits.sessionRows) return { kind: 'full' }

    const resize = place.door.supports('1.13')
    const touched = queueTouched(grid, plan)
    withFiltersOff(grid, filters, () => {
      queueOverwrite(grid, plan.overwrite, place.dateSystem)
      const now = queueAppend(grid, plan.append, place.dateSystem, { resize, below })
      queueRemove(grid, plan.remove.map(now), rows)
    })
    queueManifest(
      part,
      withAnswers(
        manifest,
        answers.map(({ personCode }) => personCode),
      ),
    )
    const body = grid.table.getDataBodyRange()
    body.load('rowCount')
    await context.sync()
    if (body.rowCount !== Math.max(rows, 1)) throw workbookError('unsupported', 'Table.resize')
    const moved = movedLearners(touched, standing)
    return moved.length > 0 ? { kind: 'moved', personCodes: moved } : { kind: 'written' }
  })
}

/** The rows of the session as they stand, by what tells one event from another. */
export async function readStanding(
  context: Excel.RequestContext,
  grid: Grid,
  place: SessionPlace,
): Promise<readonly StandingRow[]> {
  const fields = ['personCode', 'source', 'lrsEventId'] as const
  const rows = await readRows(context, grid, fields, place.dateSystem)
  return rows.map((row) => ({
    position: row.position,
    personCode: textOf(row, 'personCode') ?? '',
    source: textOf(row, 'source'),
    lrsEventId: textOf(row, 'lrsEventId'),
  }))
}

/** Whether any cell below the table is used: a note of the user, or another table. */
async function somethingBelow(context: Excel.RequestContext, grid: Grid): Promise<boolean> {
  const used = grid.sheet.getUsedRange(true)
  used.load('rowIndex,rowCount')
  await context.sync()
  const lastOfTable = grid.headerRow + grid.bodyRows + (grid.totals ? 1 : 0)
  return used.rowIndex + used.rowCount - 1 > lastOfTable
}

interface Touched {
  readonly positions: readonly number[]
  readonly range: Excel.Range
}

/** Queues a look at whose rows stand where this plan will write, in the sync that writes. */
function queueTouched(grid: Grid, plan: RowPlan): readonly Touched[] {
  const column = requireColumn(grid, 'personCode')
  const positions = [...plan.overwrite.map(({ position }) => position), ...plan.remove]
  return runsOf(positions).map((run) => {
    const range = bodyBlock(grid, run, column, 1)
    range.load('values')
    return { positions: positionsOf([run]), range }
  })
}

/** The learners meant and hit where a row was not the one expected; empty when all was as read. */
function movedLearners(
  touched: readonly Touched[],
  standing: readonly StandingRow[],
): readonly string[] {
  const expected = new Map(standing.map(({ position, personCode }) => [position, personCode]))
  const moved = new Set<string>()
  for (const { positions, range } of touched) {
    positions.forEach((position, at) => {
      const found = String(range.values[at]?.[0] ?? '')
      const meant = expected.get(position) ?? ''
      if (found === meant) return
      for (const personCode of [found, meant]) if (personCode !== '') moved.add(personCode)
    })
  }
  return [...moved]
}
