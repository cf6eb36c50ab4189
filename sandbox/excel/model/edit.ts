import { lastColumn, lastRow, type Area } from './area.ts'

/** Cells put in or taken out: along an axis, from an index, for the lines `first` to `last` across. */
export interface Edit {
  readonly axis: 'rows' | 'columns'
  readonly at: number
  /** Above zero inserts, below zero takes out. */
  readonly count: number
  readonly first: number
  readonly last: number
}

interface Span {
  readonly start: number
  readonly length: number
}

/** Where a run of cells lies after an edit along it; null when all of it was taken out. */
const movedSpan = (span: Span, at: number, count: number): Span | null => {
  if (count > 0) {
    if (at <= span.start) return { start: span.start + count, length: span.length }
    return at < span.start + span.length ? { ...span, length: span.length + count } : span
  }
  const taken = -count
  const end = span.start + span.length
  const before = Math.max(0, Math.min(end, at) - span.start)
  const after = Math.max(0, end - Math.max(span.start, at + taken))
  if (before + after === 0) return null
  // What lies wholly behind the cells taken out moves by all of them.
  const start = span.start >= at + taken ? span.start - taken : Math.min(span.start, at)
  return { start, length: before + after }
}

/** Where an area lies after an edit. Areas that stick out across the edit stay where they are. */
export const movedArea = (area: Area, edit: Edit): Area | null => {
  const rows = edit.axis === 'rows'
  const across = rows
    ? { first: area.column, last: lastColumn(area) }
    : { first: area.row, last: lastRow(area) }
  if (across.first < edit.first || across.last > edit.last) return area
  const span = rows
    ? { start: area.row, length: area.rows }
    : { start: area.column, length: area.columns }
  const moved = movedSpan(span, edit.at, edit.count)
  if (!moved) return null
  return rows
    ? { ...area, row: moved.start, rows: moved.length }
    : { ...area, column: moved.start, columns: moved.length }
}

/** Indexes (hidden rows…) after lines were put in or taken out. */
export const movedIndexes = (
  indexes: ReadonlySet<number>,
  at: number,
  count: number,
): Set<number> => {
  const moved = new Set<number>()
  for (const index of indexes) {
    if (index < at) moved.add(index)
    else if (count > 0 || index >= at - count) moved.add(index + count)
  }
  return moved
}
