import { rowStatuses, type RowStatus } from '../../../../contract/index.ts'
import { locateGrid } from '../grid/grid.ts'
import { readRows, textOf, type ReadRow } from '../grid/read.ts'
import type { GridCounts } from '../port.ts'
import type { SessionPlace } from '../session/place.ts'

const statuses: ReadonlyMap<string, RowStatus> = new Map(
  rowStatuses.map((status) => [status, status]),
)

/** How many rows there are of each status, hidden ones too. */
export function readCounts(place: SessionPlace): Promise<GridCounts> {
  return place.door.run(async (context) => {
    const grid = await locateGrid(context, place)
    return countRows(await readRows(context, grid, ['status', 'personCode'], place.dateSystem))
  })
}

/** Counts rows; a status that the user typed over counts as a row only. */
export function countRows(rows: readonly ReadRow[]): GridCounts {
  const byStatus: Partial<Record<RowStatus, number>> = {}
  const learners = new Set<string>()
  for (const row of rows) {
    const status = statuses.get(textOf(row, 'status') ?? '')
    if (status) byStatus[status] = (byStatus[status] ?? 0) + 1
    const personCode = textOf(row, 'personCode')
    if (personCode !== null) learners.add(personCode)
  }
  return { rows: rows.length, learners: learners.size, byStatus }
}
