/** The grid's size in Excel since 2007. */
export const MAX_ROWS = 1_048_576
export const MAX_COLUMNS = 16_384

/** A rectangle of cells: zero-based first row and column, and how many of each. */
export interface Area {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

/** One cell by zero-based row and column. */
export interface Position {
  readonly row: number
  readonly column: number
}

export const WHOLE_SHEET: Area = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS }

/** The area between two corners, both included. */
export const between = (row1: number, column1: number, row2: number, column2: number): Area => ({
  row: Math.min(row1, row2),
  column: Math.min(column1, column2),
  rows: Math.abs(row2 - row1) + 1,
  columns: Math.abs(column2 - column1) + 1,
})

/** The area of one cell. */
export const cellArea = (row: number, column: number): Area => ({
  row,
  column,
  rows: 1,
  columns: 1,
})

export const lastRow = (area: Area): number => area.row + area.rows - 1
export const lastColumn = (area: Area): number => area.column + area.columns - 1
export const isEntireRow = (area: Area): boolean => area.columns === MAX_COLUMNS
export const isEntireColumn = (area: Area): boolean => area.rows === MAX_ROWS
export const cellCount = (area: Area): number => area.rows * area.columns
export const sameArea = (a: Area, b: Area): boolean =>
  a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns

/** Whether the area lies inside the grid and holds a cell. */
export const isOnGrid = (area: Area): boolean =>
  area.row >= 0 &&
  area.column >= 0 &&
  area.rows > 0 &&
  area.columns > 0 &&
  area.row + area.rows <= MAX_ROWS &&
  area.column + area.columns <= MAX_COLUMNS

/** The cells both areas have, or null. */
export const intersect = (a: Area, b: Area): Area | null => {
  const row = Math.max(a.row, b.row)
  const column = Math.max(a.column, b.column)
  const bottom = Math.min(lastRow(a), lastRow(b))
  const right = Math.min(lastColumn(a), lastColumn(b))
  return bottom < row || right < column ? null : between(row, column, bottom, right)
}

/** The smallest area that holds both. */
export const bounding = (a: Area, b: Area): Area =>
  between(
    Math.min(a.row, b.row),
    Math.min(a.column, b.column),
    Math.max(lastRow(a), lastRow(b)),
    Math.max(lastColumn(a), lastColumn(b)),
  )

/** Whether the outer area holds every cell of the inner one. */
export const contains = (outer: Area, inner: Area): boolean => {
  const shared = intersect(outer, inner)
  return shared !== null && sameArea(shared, inner)
}

export const entireRows = (area: Area): Area => ({ ...area, column: 0, columns: MAX_COLUMNS })
export const entireColumns = (area: Area): Area => ({ ...area, row: 0, rows: MAX_ROWS })
