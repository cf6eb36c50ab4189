import { type Area, lastColumn, lastRow, type Position } from '../../model/area.ts'
import type { GridLayout } from './layout.ts'

/**
 * The next cell of an area for Enter (down its columns) or Tab (along its rows), from its end to its
 * start again; null where the area is no more than one cell.
 */
export function nextWithin(
  layout: GridLayout,
  area: Area,
  active: Position,
  key: 'Enter' | 'Tab',
  by: 1 | -1,
): Position | null {
  const top = layout.gridRow(area.row)
  const left = layout.gridColumn(area.column)
  const rows = Math.min(layout.gridRow(lastRow(area) + 1), layout.rows) - top
  const columns = Math.min(layout.gridColumn(lastColumn(area) + 1), layout.columns) - left
  const cells = rows * columns
  if (cells < 2) return null
  const row = layout.gridRow(active.row) - top
  const column = layout.gridColumn(active.column) - left
  const at = key === 'Enter' ? column * rows + row : row * columns + column
  const next = (at + by + cells) % cells
  const [nextRow, nextColumn] =
    key === 'Enter'
      ? [next % rows, Math.floor(next / rows)]
      : [Math.floor(next / columns), next % columns]
  return { row: layout.trueRow(top + nextRow), column: layout.trueColumn(left + nextColumn) }
}
