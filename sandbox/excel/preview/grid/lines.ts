import type { Area } from '../../model/area.ts'
import type { Run } from '../../model/protocol.ts'
import { joinRuns } from '../../model/visible.ts'
import type { WorkbookStore } from '../workbook/store.ts'

export type Axis = 'rows' | 'columns'
export type Verb = 'hide' | 'show' | 'insert' | 'delete'

/** The rows or columns that areas lie on, each once; the last first, so that none moves before its turn. */
export const selectedLines = (areas: readonly Area[], axis: Axis): Run[] =>
  joinRuns(
    areas.map((area) => (axis === 'rows' ? [area.row, area.rows] : [area.column, area.columns])),
  ).reverse()

/** Hides, shows, inserts or deletes the rows or columns of all that is selected. */
export async function changeLines(store: WorkbookStore, verb: Verb, axis: Axis): Promise<void> {
  const { id: sheetId, selection } = store.get().sheet
  for (const [first, count] of selectedLines(selection, axis)) {
    await store.operate({ do: verb, axis, sheetId, first, count })
  }
}
