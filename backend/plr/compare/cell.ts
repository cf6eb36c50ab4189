import type { ColumnSource, MappedColumn } from './attainmentMapping.ts'
import { normaliseGrade } from './grade.ts'
import { normaliseAim } from './aim.ts'
import { charactersThatFit } from './length.ts'
import { cutAtWord, normaliseTitle } from './title.ts'

export type Value = string | number | null

/** What Update would put into one column for a learning event. */
export interface Cell {
  /** Undefined: the column is left as it is. */
  readonly value: Value | undefined
  /** A title, grade or aim in the form it is compared or recognised by. */
  readonly plain: string | null
  /** What was cut or left out. */
  readonly note: string | null
  /** Why the whole record cannot be written. */
  readonly unwritable: string | null
}

/** Fits a value into its column: one that is too long is cut, left out, or fails the record. */
export function cellOf(column: MappedColumn, value: Value | undefined): Cell {
  if (value === undefined) return unasked
  if (value === null) return column.required && column.from !== 'grade' ? nothing(column) : blank
  if (fits(column, value)) return cell(value, plainOf(column.from, value))
  const { cut, note } = shorten(column, value)
  if (cut !== undefined) return cell(cut, plainOf(column.from, cut), note)
  return column.required
    ? cell(undefined, null, null, note)
    : cell(undefined, null, `${note} and is left out`)
}

/** Of a column that is left as it is, or that nobody asks for. */
export const unasked: Cell = { value: undefined, plain: null, note: null, unwritable: null }

const cell = (
  value: Value | undefined,
  plain: string | null = null,
  note: string | null = null,
  unwritable: string | null = null,
): Cell => ({ value, plain, note, unwritable })

const blank = cell(null)

const nothing = ({ column, from }: MappedColumn): Cell =>
  cell(null, null, null, `LRS sent no ${words[from]}, which ebs requires (${column})`)

/** What a reason calls a value, for staff; the column beside it is for who mends the mapping. */
const words: Readonly<Record<ColumnSource, string>> = {
  title: 'qualification title',
  grade: 'grade',
  awardDate: 'award date',
  awardYear: 'year of the award',
  aim: 'qualification code',
  credits: 'number of credits',
  levelDigit: 'level',
  eventId: 'LRS event id',
  type: 'attainment type',
  source: 'source',
  examBoard: 'exam board',
}

function plainOf(from: ColumnSource, value: string | number): string | null {
  switch (from) {
    case 'title':
      return normaliseTitle(String(value))
    case 'grade':
      return normaliseGrade(String(value))
    case 'aim':
      return normaliseAim(String(value))
    default:
      return null
  }
}

export function fits({ length, unit }: MappedColumn, value: string | number): boolean {
  if (length === null) return true
  return typeof value === 'number'
    ? String(Math.trunc(value)).length <= length
    : charactersThatFit(value, length, unit) === value.length
}

/** What is left of a value that does not fit, and why; only titles are cut. */
function shorten(
  { column, from, length, unit = 'characters' }: MappedColumn,
  value: string | number,
): { readonly cut: string | undefined; readonly note: string } {
  if (from === 'title' && typeof value === 'string' && length !== null) {
    const note = `The title is longer than ${length} ${unit} and was cut`
    return { cut: cutAtWord(value, charactersThatFit(value, length, unit)), note }
  }
  const counted = typeof value === 'number' ? 'digits' : unit
  const note = `The ${words[from]} is longer than the ${length} ${counted} ebs takes (${column})`
  return { cut: undefined, note }
}
