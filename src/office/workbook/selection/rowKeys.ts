import { textOf } from '../grid/read.ts'
import type { RowValues, SelectedRow } from '../port.ts'
import type { SessionPlace } from '../session/place.ts'
import { readSelected } from './readSelected.ts'

/** The row keys of rows selected a moment ago, in their order; `moved` when other rows stand there. */
export async function readRowKeys(
  place: SessionPlace,
  rows: readonly SelectedRow[],
): Promise<readonly (string | null)[]> {
  const read = await readSelected(place, rows, [])
  return read.map((row) => textOf(row, 'rowKey'))
}

/** Whose and what a row is, for a list of rows beside the sheet. */
const described = ['surname', 'firstName', 'qualification', 'grade', 'awardDate'] as const

/** What the cells of rows selected a moment ago say, as `readRowKeys`. */
export async function describeRows(
  place: SessionPlace,
  rows: readonly SelectedRow[],
): Promise<readonly RowValues[]> {
  const read = await readSelected(place, rows, described)
  return read.map(({ values }) => values)
}
