import type { GridLayout } from './layout.ts'
import { letterHeight, rowHeight, rowNumberWidth } from './measures.ts'

/** The part of the grid on the screen: first cell that scrolls, how many, and the rest in pixels. */
export interface View {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly tx: number
  readonly ty: number
}

/** A place on the grid, in pixels from its top left corner. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export const headerHeight = (layout: GridLayout): number =>
  letterHeight + layout.frozenRows.length * rowHeight

const widths = (layout: GridLayout, from: number, to: number): number => {
  let width = 0
  for (let column = from; column < to; column++) width += layout.columnWidth(column)
  return width
}

/** Where the frozen columns end. */
export const frozenEdge = (layout: GridLayout): number =>
  rowNumberWidth + widths(layout, 0, layout.frozenColumns)

const leftOf = (layout: GridLayout, view: View, column: number): number | null => {
  if (column < layout.frozenColumns) return rowNumberWidth + widths(layout, 0, column)
  if (column < view.x || column > view.x + view.width) return null
  return frozenEdge(layout) + view.tx + widths(layout, view.x, column)
}

const topOf = (layout: GridLayout, view: View, row: number): number | null => {
  if (row < 0) return letterHeight + (row + layout.frozenRows.length) * rowHeight
  if (row < view.y || row > view.y + view.height) return null
  return headerHeight(layout) + view.ty + (row - view.y) * rowHeight
}

/**
 * Where a cell is drawn; rows of the frozen strip count −1 for its last and downwards.
 * @returns null when it is scrolled away
 */
export function cellBox(layout: GridLayout, view: View, row: number, column: number): Box | null {
  const left = leftOf(layout, view, column)
  const top = topOf(layout, view, row)
  if (left === null || top === null) return null
  return { left, top, width: layout.columnWidth(column), height: rowHeight }
}

/** The grid's columns on the screen, frozen ones first. */
export function shownColumns(layout: GridLayout, view: View): number[] {
  const first = Math.max(view.x, layout.frozenColumns)
  const last = Math.min(view.x + view.width + 1, layout.columns)
  const scrolled = Array.from({ length: Math.max(last - first, 0) }, (_, index) => first + index)
  return [...Array.from({ length: layout.frozenColumns }, (_, column) => column), ...scrolled]
}
