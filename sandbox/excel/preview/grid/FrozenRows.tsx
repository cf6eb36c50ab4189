import type { MouseEvent } from 'react'
import type { Area, Position } from '../../model/area.ts'
import { cellArea, contains } from '../../model/area.ts'
import type { CellColours } from '../theme/shade.ts'
import type { CellCache } from '../workbook/cellCache.ts'
import { cellBox, frozenEdge, headerHeight, shownColumns, type View } from './geometry.ts'
import type { GridLayout } from './layout.ts'
import { letterHeight, rowHeight, rowNumberWidth } from './measures.ts'

interface FrozenRowsProps {
  layout: GridLayout
  view: View
  cells: CellCache
  colours(cell: CellColours): CellColours
  /** Heading rows with filter buttons, which their texts leave room for. */
  headings: readonly Area[]
  areas: readonly Area[]
  active: Position
  select(cell: Position, event: MouseEvent): void
  selectRow(row: number, event: MouseEvent): void
  edit(): void
}

/**
 * The frozen rows, between the column letters and the rows that scroll. The canvas grid freezes
 * columns only, so these are drawn as elements over the space its heading leaves for them.
 */
export function FrozenRows(props: FrozenRowsProps) {
  const { layout, view, cells, areas, active, headings, select, selectRow, edit } = props
  const columns = shownColumns(layout, view)
  const isIn = (some: readonly Area[], row: number, column: number) =>
    some.some((area) => contains(area, cellArea(row, column)))
  const pinned = frozenEdge(layout)
  const box = (drawn: number, gridColumn: number) =>
    cellBox(layout, view, drawn - layout.frozenRows.length, gridColumn)

  const cell = (row: number, drawn: number, gridColumn: number) => {
    const place = box(drawn, gridColumn)
    if (!place) return null
    const column = layout.trueColumn(gridColumn)
    const look = cells.get(drawn, gridColumn)
    const current = active.row === row && active.column === column
    const state = `${isIn(areas, row, column) ? ' selected' : ''}${current ? ' current' : ''}`
    const { fill, color } = look ? props.colours(look) : {}
    const scrolls = gridColumn >= layout.frozenColumns
    const cut = scrolls ? Math.max(pinned - place.left, 0) : 0
    return (
      <div
        key={gridColumn}
        role="presentation"
        className={`frozen-cell${state}`}
        style={{
          left: place.left,
          top: place.top - letterHeight,
          width: place.width,
          paddingRight: isIn(headings, row, column) ? 21 : undefined,
          background: fill,
          color,
          fontWeight: look?.bold ? 600 : undefined,
          textAlign: look?.align,
          clipPath: cut > 0 ? `inset(0 0 0 ${String(cut)}px)` : undefined,
        }}
        onMouseDown={(event) => {
          select({ row, column }, event)
        }}
        onDoubleClick={edit}
      >
        {look?.text}
      </div>
    )
  }

  return (
    <div
      className="frozen-rows"
      aria-hidden="true"
      style={{ top: letterHeight, height: headerHeight(layout) - letterHeight }}
    >
      {layout.frozenRows.map((row, drawn) => (
        <div key={row}>
          <div
            role="presentation"
            className={`frozen-number${areas.some((area) => row >= area.row && row < area.row + area.rows) ? ' selected' : ''}`}
            style={{ top: drawn * rowHeight, width: rowNumberWidth }}
            onMouseDown={(event) => {
              selectRow(row, event)
            }}
          >
            {row + 1}
          </div>
          {columns.map((gridColumn) => cell(row, drawn, gridColumn))}
        </div>
      ))}
    </div>
  )
}
