import { between, isEntireColumn, isEntireRow, lastColumn, lastRow, type Area } from './area.ts'
import type { Formula } from './formula/formula.ts'
import { PLAIN, type Style } from './style.ts'
import type { Value } from './value.ts'

/** One row: arrays by column, no longer than its last cell. A formula's cell holds no value. */
export interface Row {
  values: (Value | undefined)[]
  formulas: (Formula | undefined)[]
  formats: (string | undefined)[]
  styles: (Style | undefined)[]
  /** What the whole row is drawn like, where a cell has nothing of its own. */
  style: Style | undefined
}

/** The cells of a sheet. Rows never written are not there. */
export interface Cells {
  rows: (Row | undefined)[]
  columnStyles: (Style | undefined)[]
}

export const createCells = (): Cells => ({ rows: [], columnStyles: [] })

const emptyRow = (): Row => ({
  values: [],
  formulas: [],
  formats: [],
  styles: [],
  style: undefined,
})

/** The row, made if it is not there yet. */
export const rowOf = (cells: Cells, index: number): Row => (cells.rows[index] ??= emptyRow())

export const formatAt = (cells: Cells, row: number, column: number): string =>
  cells.rows[row]?.formats[column] ?? 'General'

export const styleAt = (cells: Cells, row: number, column: number): Style => {
  const line = cells.rows[row]
  return line?.styles[column] ?? line?.style ?? cells.columnStyles[column] ?? PLAIN
}

/** The rows of an area that are there, with their index. */
export const rowsIn = function* (cells: Cells, area: Area): Generator<[number, Row]> {
  const end = Math.min(lastRow(area), cells.rows.length - 1)
  for (let index = area.row; index <= end; index += 1) {
    const row = cells.rows[index]
    if (row) yield [index, row]
  }
}

/** Changes the style of every cell of an area; cells alike before stay alike, and share one object. */
export const restyle = (cells: Cells, area: Area, change: (style: Style) => Style): void => {
  const made = new Map<Style, Style>()
  const changed = (style: Style): Style => {
    const known = made.get(style) ?? change(style)
    made.set(style, known)
    return known
  }
  const columns = (visit: (column: number) => void): void => {
    for (let column = area.column; column <= lastColumn(area); column += 1) visit(column)
  }
  if (isEntireColumn(area)) {
    for (const [, row] of rowsIn(cells, area)) {
      columns((column) => {
        const own = row.styles[column] ?? row.style
        if (own) row.styles[column] = changed(own)
      })
    }
    columns((column) => (cells.columnStyles[column] = changed(cells.columnStyles[column] ?? PLAIN)))
    return
  }
  for (let index = area.row; index <= lastRow(area); index += 1) {
    const row = rowOf(cells, index)
    if (isEntireRow(area)) {
      row.styles.forEach((own, column) => {
        if (own) row.styles[column] = changed(own)
      })
      row.style = changed(row.style ?? PLAIN)
    } else columns((column) => (row.styles[column] = changed(styleAt(cells, index, column))))
  }
}

const lastFilled = (row: Row, formatsToo: boolean): number => {
  const last = (list: readonly unknown[]): number => {
    let at = list.length - 1
    while (at >= 0 && list[at] === undefined) at -= 1
    return at
  }
  const values = Math.max(last(row.values), last(row.formulas))
  return formatsToo ? Math.max(values, last(row.styles), last(row.formats)) : values
}

const firstFilled = (row: Row, formatsToo: boolean): number => {
  const lists: (readonly unknown[])[] = formatsToo
    ? [row.values, row.formulas, row.styles, row.formats]
    : [row.values, row.formulas]
  const firsts = lists.map((list) => list.findIndex((one) => one !== undefined))
  return Math.min(...firsts.filter((first) => first >= 0))
}

/** The smallest area with every used cell of `within`; null when nothing is used. */
export const usedArea = (cells: Cells, within: Area, valuesOnly: boolean): Area | null => {
  const bounds = { top: -1, bottom: -1, left: Infinity, right: -1 }
  const right = lastColumn(within)
  for (const [index, row] of rowsIn(cells, within)) {
    const part =
      within.column === 0 && row.values.length <= right + 1 && row.styles.length <= right + 1
        ? row
        : slice(row, within.column, right)
    const last = lastFilled(part, !valuesOnly)
    if (last < 0) continue
    const from = part === row ? 0 : within.column
    if (bounds.top < 0) bounds.top = index
    bounds.bottom = index
    bounds.right = Math.max(bounds.right, from + last)
    if (bounds.left > from) {
      bounds.left = Math.min(bounds.left, from + firstFilled(part, !valuesOnly))
    }
  }
  return bounds.top < 0 ? null : between(bounds.top, bounds.left, bounds.bottom, bounds.right)
}

const slice = (row: Row, first: number, last: number): Row => ({
  values: row.values.slice(first, last + 1),
  formulas: row.formulas.slice(first, last + 1),
  formats: row.formats.slice(first, last + 1),
  styles: row.styles.slice(first, last + 1),
  style: row.style,
})

const copyRow = (row: Row): Row => ({
  ...slice(row, 0, Infinity),
  formulas: row.formulas.map((one) => one && { ...one, result: undefined, revision: -1 }),
})

/** A copy that shares nothing that can change; its formulas have yet to be computed. */
export const copyCells = (cells: Cells): Cells => ({
  rows: cells.rows.map((row) => row && copyRow(row)),
  columnStyles: [...cells.columnStyles],
})
