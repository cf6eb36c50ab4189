import type { RowField } from '../../../../contract/index.ts'
import { runsOf } from '../cells/runs.ts'
import { workbookError } from '../excel/translate.ts'
import { locateGrid, requireColumn } from '../grid/grid.ts'
import { readRows, textOf, type ReadRow } from '../grid/read.ts'
import type { SelectedRow } from '../port.ts'
import type { SessionPlace } from '../session/place.ts'

/** Reads over a gap this wide cost less than a range of its own. */
const bridgedGap = 10

/**
 * Row key, person code, status and these fields of rows selected a moment ago, in their order; `moved`
 * when other rows stand there.
 */
export function readSelected(
  place: SessionPlace,
  rows: readonly SelectedRow[],
  fields: readonly RowField[],
): Promise<readonly ReadRow[]> {
  return place.door.run(async (context) => {
    const grid = await locateGrid(context, place)
    requireColumn(grid, 'rowKey')
    const runs = runsOf(
      rows.map(({ position }) => position),
      bridgedGap,
    )
    const wanted = ['rowKey', 'personCode', 'status', ...fields] as const
    const read = await readRows(context, grid, wanted, place.dateSystem, runs)
    const found = new Map(read.map((row) => [row.position, row]))
    return rows.map(({ position, personCode, status }) => {
      const row = found.get(position)
      if (!row || !says(row, 'personCode', personCode) || !says(row, 'status', status)) {
        throw workbookError('moved')
      }
      return row
    })
  })
}

function says(row: ReadRow, field: RowField, text: string): boolean {
  return (textOf(row, field) ?? '') === text
}
