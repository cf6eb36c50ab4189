import { gridColumns, type RowField } from '../../../../contract/index.ts'
import type { SessionPlace } from '../session/place.ts'
import { locateGrid } from './grid.ts'

const hiddenColumns = gridColumns.flatMap(({ key, hidden }, at) => (hidden ? [{ key, at }] : []))

/**
 * Hides our hidden columns again where they stand now. A column that a user inserts in the table moves
 * their cells, but what Excel hides is the column of the sheet: another one of ours lies hidden then,
 * and is shown. A column that stands where it stood and is in sight was shown by its user on purpose.
 */
export function createHiddenKeeper(place: SessionPlace): () => Promise<void> {
  /** Columns of the sheet where they stood when last looked at: first, as the grid was made. */
  const stood = new Map<RowField, number>(hiddenColumns.map(({ key, at }) => [key, at]))
  return () =>
    place.door.run(async (context) => {
      const grid = await locateGrid(context, place)
      const cell = (column: number) => grid.sheet.getRangeByIndexes(grid.headerRow, column, 1, 1)
      const look = (column: number) => {
        const range = cell(column)
        range.load('columnHidden')
        return range
      }
      const moved = [...stood].flatMap(([key, from]) => {
        const at = grid.columns.get(key)
        const to = at === undefined ? from : grid.firstColumn + at
        return to === from ? [] : [{ key, from, to, was: look(from), is: look(to) }]
      })
      if (moved.length === 0) return
      await context.sync()
      const shifted = moved.filter(({ is }) => !is.columnHidden)
      for (const { from, was } of shifted) if (was.columnHidden) cell(from).columnHidden = false
      for (const { to } of shifted) cell(to).columnHidden = true
      await context.sync()
      for (const { key, to } of moved) stood.set(key, to)
    })
}
