import { CompactSelection, type GridSelection, type Rectangle } from '@glideapps/glide-data-grid'
import {
  type Area,
  between,
  entireColumns,
  entireRows,
  isEntireColumn,
  isEntireRow,
  lastColumn,
  lastRow,
  type Position,
  WHOLE_SHEET,
} from '../../model/area.ts'
import type { GridLayout } from './layout.ts'

/** Areas of the sheet, the one with the active cell last, and that cell. */
export interface Selected {
  areas: readonly Area[]
  active: Position
}

const span = (layout: GridLayout, area: Area) => {
  const top = Math.max(layout.gridRow(area.row), 0)
  const left = layout.gridColumn(area.column)
  const bottom = Math.min(layout.gridRow(lastRow(area) + 1), layout.rows)
  const right = Math.min(layout.gridColumn(lastColumn(area) + 1), layout.columns)
  return { top, left, bottom, right }
}

const rectangle = (layout: GridLayout, area: Area): Rectangle | null => {
  const { top, left, bottom, right } = span(layout, area)
  if (bottom <= top || right <= left) return null
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** What the grid has to draw as selected; frozen rows draw their own part. */
export function toGrid(layout: GridLayout, { areas, active }: Selected): GridSelection {
  let rows = CompactSelection.empty()
  let columns = CompactSelection.empty()
  const ranges: Rectangle[] = []
  for (const area of areas) {
    const { top, left, bottom, right } = span(layout, area)
    if (isEntireRow(area)) rows = bottom > top ? rows.add([top, bottom]) : rows
    else if (isEntireColumn(area)) columns = right > left ? columns.add([left, right]) : columns
    else {
      const range = rectangle(layout, area)
      if (range) ranges.push(range)
    }
  }
  const range = ranges.at(-1)
  if (!range) return { rows, columns }
  const x = Math.min(Math.max(layout.gridColumn(active.column), range.x), range.x + range.width - 1)
  const y = Math.min(Math.max(layout.gridRow(active.row), range.y), range.y + range.height - 1)
  return { rows, columns, current: { cell: [x, y], range, rangeStack: ranges.slice(0, -1) } }
}

/** What the user has selected on the grid with the mouse. */
export function fromGrid(layout: GridLayout, selection: GridSelection): Selected {
  const { rows, columns, current } = selection
  const ranges = current ? [...current.rangeStack, current.range] : []
  const everyRow = rows.length >= layout.rows && layout.rows > 0
  const areas: Area[] = [
    ...(everyRow ? [WHOLE_SHEET] : []),
    ...(everyRow ? [] : rows.items).map(([from, to]) =>
      entireRows(between(layout.trueRow(from), 0, layout.trueRow(to - 1), 0)),
    ),
    ...columns.items.map(([from, to]) =>
      entireColumns(between(0, layout.trueColumn(from), 0, layout.trueColumn(to - 1))),
    ),
    ...ranges.map(({ x, y, width, height }) =>
      between(
        layout.trueRow(y),
        layout.trueColumn(x),
        layout.trueRow(y + height - 1),
        layout.trueColumn(x + width - 1),
      ),
    ),
  ]
  const last = areas.at(-1) ?? { row: 0, column: 0 }
  const active = current
    ? { row: layout.trueRow(current.cell[1]), column: layout.trueColumn(current.cell[0]) }
    : { row: last.row, column: last.column }
  return { areas, active }
}
