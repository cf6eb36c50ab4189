import { columnName, splitSheet } from '../address.ts'
import { between, MAX_COLUMNS, MAX_ROWS, type Area } from '../area.ts'
import type { Corner } from './formula.ts'

const CORNER = /^(\$?)([A-Za-z]{0,3})(\$?)(\d*)$/

const readCorner = (text: string): Corner => {
  const [, first = '', letters = '', second = '', digits = ''] = CORNER.exec(text) ?? []
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return {
    row: digits === '' ? null : Number(digits) - 1,
    column: letters === '' ? null : column - 1,
    rowFixed: letters === '' ? first === '$' : second === '$',
    columnFixed: letters !== '' && first === '$',
  }
}

/** Reads a reference token: `$A2`, `Sheet1!A1:B2`, `A:C`. */
export const readReference = (text: string): { sheet: string | null; from: Corner; to: Corner } => {
  const { sheet, rest } = splitSheet(text)
  const [from = '', to = from] = rest.split(':')
  return { sheet, from: readCorner(from), to: readCorner(to) }
}

const writeCorner = (corner: Corner): string =>
  (corner.column === null ? '' : (corner.columnFixed ? '$' : '') + columnName(corner.column)) +
  (corner.row === null ? '' : (corner.rowFixed ? '$' : '') + String(corner.row + 1))

/** Writes corners as they stand in a formula. */
export const writeReference = (from: Corner, to: Corner, single: boolean): string =>
  single ? writeCorner(from) : `${writeCorner(from)}:${writeCorner(to)}`

/** The cells of a reference, its relative ends moved by so many rows and columns; null off the grid. */
export const areaOf = (from: Corner, to: Corner, rows: number, columns: number): Area | null => {
  const row = (corner: Corner, open: number): number =>
    corner.row === null ? open : corner.row + (corner.rowFixed ? 0 : rows)
  const column = (corner: Corner, open: number): number =>
    corner.column === null ? open : corner.column + (corner.columnFixed ? 0 : columns)
  const area = between(
    row(from, 0),
    column(from, 0),
    row(to, MAX_ROWS - 1),
    column(to, MAX_COLUMNS - 1),
  )
  const inside =
    area.row >= 0 &&
    area.column >= 0 &&
    area.row + area.rows <= MAX_ROWS &&
    area.column + area.columns <= MAX_COLUMNS
  return inside ? area : null
}
