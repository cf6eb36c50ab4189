import {
  between,
  isEntireColumn,
  isEntireRow,
  isOnGrid,
  lastColumn,
  lastRow,
  MAX_COLUMNS,
  MAX_ROWS,
  WHOLE_SHEET,
  type Area,
} from './area.ts'

/** `0` → `A`, `26` → `AA`. */
export const columnName = (column: number): string => {
  let name = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  }
  return name
}

const columnIndex = (name: string): number => {
  let index = 0
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64
  return index - 1
}

const END = /^\$?([A-Za-z]{1,3})?\$?([0-9]{1,7})?$/

interface End {
  readonly row: number | null
  readonly column: number | null
}

const parseEnd = (text: string): End | null => {
  const found = END.exec(text)
  if (!found || text === '') return null
  const [, letters, digits] = found
  return {
    column: letters === undefined ? null : columnIndex(letters),
    row: digits === undefined ? null : Number(digits) - 1,
  }
}

const join = (first: End, last: End): Area | null => {
  if ((first.row === null) !== (last.row === null)) return null
  if ((first.column === null) !== (last.column === null)) return null
  const area = between(
    first.row ?? 0,
    first.column ?? 0,
    last.row ?? MAX_ROWS - 1,
    last.column ?? MAX_COLUMNS - 1,
  )
  return isOnGrid(area) ? area : null
}

/** Reads `B2`, `A1:C4`, `A:C`, `2:5` (dollar signs allowed), without a sheet name. */
export const parseArea = (text: string): Area | null => {
  const [from, to, more] = text.split(':')
  const first = parseEnd(from ?? '')
  if (!first || more !== undefined) return null
  if (to === undefined) {
    return first.row === null || first.column === null ? null : join(first, first)
  }
  const last = parseEnd(to)
  return last ? join(first, last) : null
}

/** Splits `'My data'!A1` into the sheet's name and the rest. */
export const splitSheet = (text: string): { sheet: string | null; rest: string } => {
  const mark = text.lastIndexOf('!')
  if (mark < 0) return { sheet: null, rest: text }
  const name = text.slice(0, mark)
  const quoted = name.startsWith("'") && name.endsWith("'") && name.length > 1
  return {
    sheet: quoted ? name.slice(1, -1).replaceAll("''", "'") : name,
    rest: text.slice(mark + 1),
  }
}

/** `A1:B2`; whole rows and columns as `2:5` and `A:C`. */
export const formatArea = (area: Area, mark = ''): string => {
  const column = (index: number): string => mark + columnName(index)
  const row = (index: number): string => `${mark}${String(index + 1)}`
  if (isEntireRow(area) && isEntireColumn(area)) return `${row(0)}:${row(MAX_ROWS - 1)}`
  if (isEntireRow(area)) return `${row(area.row)}:${row(lastRow(area))}`
  if (isEntireColumn(area)) return `${column(area.column)}:${column(lastColumn(area))}`
  const first = column(area.column) + row(area.row)
  if (area.rows === 1 && area.columns === 1) return first
  return `${first}:${column(lastColumn(area))}${row(lastRow(area))}`
}

const PLAIN_NAME = /^[A-Za-z_\u00c0-\uffff][A-Za-z0-9_.\u00c0-\uffff]*$/

/** A sheet's name as it stands in an address, quoted where it must be. */
export const quoteSheet = (name: string): string =>
  PLAIN_NAME.test(name) && !parseArea(name) ? name : `'${name.replaceAll("'", "''")}'`

/** `'My data'!A1:B2`. */
export const fullAddress = (sheet: string, area: Area): string =>
  `${quoteSheet(sheet)}!${formatArea(area)}`

/** Reads a list of areas, `A2:A3,C5:D5`; an empty text is the whole sheet. */
export const parseAreas = (text: string): Area[] | null => {
  if (text.trim() === '') return [WHOLE_SHEET]
  const areas: Area[] = []
  for (const part of text.split(',')) {
    const area = parseArea(part.trim())
    if (!area) return null
    areas.push(area)
  }
  return areas
}
