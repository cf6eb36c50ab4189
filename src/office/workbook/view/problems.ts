import type { RowStatus } from '../../../../contract/index.ts'
import { runsOf } from '../cells/runs.ts'
import { locateGrid } from '../grid/grid.ts'
import { readRows, textOf } from '../grid/read.ts'
import type { ProblemRow } from '../port.ts'
import type { SessionPlace } from '../session/place.ts'

const fields = [
  'personCode',
  'surname',
  'firstName',
  'reason',
  'errorCode',
  'errorDescription',
  'responseCode',
  'responseDescription',
] as const
const problem: RowStatus = 'Problem'

/** The rows whose status is Problem, with what is said of them. */
export function readProblems(place: SessionPlace): Promise<readonly ProblemRow[]> {
  return place.door.run(async (context) => {
    const grid = await locateGrid(context, place)
    const statuses = await readRows(context, grid, ['status'], place.dateSystem)
    const positions = statuses.filter((row) => textOf(row, 'status') === problem)
    const runs = runsOf(positions.map(({ position }) => position))
    const rows = await readRows(context, grid, fields, place.dateSystem, runs)
    return rows.map((row) => ({
      personCode: textOf(row, 'personCode') ?? '',
      surname: textOf(row, 'surname'),
      firstName: textOf(row, 'firstName'),
      reason: textOf(row, 'reason'),
      errorCode: textOf(row, 'errorCode'),
      errorDescription: textOf(row, 'errorDescription'),
      responseCode: textOf(row, 'responseCode'),
      responseDescription: textOf(row, 'responseDescription'),
    }))
  })
}
