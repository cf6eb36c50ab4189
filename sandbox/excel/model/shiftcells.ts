import { isEntireColumn, isEntireRow, lastColumn, type Area } from './area.ts'
import { rowOf, rowsIn, type Cells, type Row } from './cells.ts'

const LISTS = ['values', 'formulas', 'formats', 'styles'] as const

const spread = (list: unknown[], at: number, count: number): void => {
  if (list.length > at) list.splice(at, 0, ...new Array<undefined>(count).fill(undefined))
}

/** Moves cells right (insert) or left (take out) in the rows of an area. */
const acrossRows = (cells: Cells, area: Area, insert: boolean): void => {
  for (const [, row] of rowsIn(cells, area)) {
    for (const name of LISTS) {
      if (insert) spread(row[name], area.column, area.columns)
      else row[name].splice(area.column, area.columns)
    }
  }
  if (!isEntireColumn(area)) return
  if (insert) spread(cells.columnStyles, area.column, area.columns)
  else cells.columnStyles.splice(area.column, area.columns)
}

const move = (from: Row | undefined, to: Row, area: Area): void => {
  for (let column = area.column; column <= lastColumn(area); column += 1) {
    to.values[column] = from?.values[column]
    to.formulas[column] = from?.formulas[column]
    to.formats[column] = from?.formats[column]
    to.styles[column] = from?.styles[column]
  }
}

const blank = { values: [], formulas: [], formats: [], styles: [], style: undefined }

/** Moves the cells of some columns down or up. */
const downColumns = (cells: Cells, area: Area, insert: boolean): void => {
  const end = cells.rows.length - 1
  if (insert) {
    for (let row = end; row >= area.row; row -= 1) {
      move(cells.rows[row], rowOf(cells, row + area.rows), area)
    }
    for (let row = area.row; row < area.row + area.rows; row += 1) {
      const line = cells.rows[row]
      if (line) move(blank, line, area)
    }
    return
  }
  for (let row = area.row; row <= end; row += 1) {
    const from = cells.rows[row + area.rows]
    if (from || cells.rows[row]) move(from, rowOf(cells, row), area)
  }
}

/** Shifts cells for an insertion at, or the removal of, an area. */
export const shiftCells = (
  cells: Cells,
  area: Area,
  axis: 'rows' | 'columns',
  insert: boolean,
): void => {
  if (axis === 'columns') acrossRows(cells, area, insert)
  else if (!isEntireRow(area)) downColumns(cells, area, insert)
  else if (insert) spread(cells.rows, area.row, area.rows)
  else cells.rows.splice(area.row, area.rows)
}
