import { MONTHS, serialOf } from './dates.ts'
import { Refusal } from './refusal.ts'
import { ERRORS, type Value } from './value.ts'

/** Which of day and month comes first in dates typed by this workbook's user. */
export type DateOrder = 'dmy' | 'mdy'

/** What an entry becomes. A format is given where the entry brings one (dates, percentages…). */
export type Entry =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: Value; readonly format?: string }
  | { readonly kind: 'formula'; readonly text: string }

export const MAX_TEXT = 32_767
const MAX_FORMULA = 8_192

const EMPTY: Entry = { kind: 'empty' }
const NUMBER = /^[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?$/
const SCIENTIFIC = /^[+-]?\d+(\.\d*)?[eE][+-]?\d+$/
const CURRENCY = /^([+-]?)([$£€])(\d[\d,]*(\.\d*)?)$/
const ISO = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/
const NUMERIC = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2})$/
const SHORT = /^(\d{1,2})[-/](\d{1,2})$/
const NAMED = /^(\d{1,2})[- ]([A-Za-z]{3,9})(?:[- ](\d{4}|\d{2}))?$/
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/

const value = (of: Value, format?: string): Entry =>
  format === undefined ? { kind: 'value', value: of } : { kind: 'value', value: of, format }

/** Keeps fifteen digits, as Excel does. */
const fifteen = (number: number): number => Number(number.toPrecision(15))

const plainNumber = (text: string): number | null =>
  NUMBER.test(text) && /\d/.test(text) ? fifteen(Number(text.replaceAll(',', ''))) : null

const fullYear = (text: string): number => {
  const year = Number(text)
  return text.length > 2 ? year : year < 30 ? 2000 + year : 1900 + year
}

const asNumber = (text: string): Entry | null => {
  const number = plainNumber(text)
  if (number !== null) {
    const grouped = text.includes(',') ? (text.includes('.') ? '#,##0.00' : '#,##0') : undefined
    return value(number, grouped)
  }
  if (SCIENTIFIC.test(text)) return value(fifteen(Number(text)), '0.00E+00')
  if (text.endsWith('%')) {
    const part = plainNumber(text.slice(0, -1))
    if (part !== null) return value(fifteen(part / 100), text.includes('.') ? '0.00%' : '0%')
  }
  if (text.startsWith('(') && text.endsWith(')')) {
    const inner = plainNumber(text.slice(1, -1))
    if (inner !== null && inner > 0) return value(-inner)
  }
  const money = CURRENCY.exec(text)
  const amount = money ? plainNumber((money[1] ?? '') + (money[3] ?? '')) : null
  if (money && amount !== null) {
    const sign = money[2] ?? ''
    return value(amount, `${sign}#,##0_);[Red](${sign}#,##0)`)
  }
  return null
}

/** A moment typed, and the format it brings. */
interface Timed {
  readonly serial: number
  readonly format: string
}

export const shortDate = (order: DateOrder): string => (order === 'dmy' ? 'dd/mm/yyyy' : 'm/d/yyyy')

const asDate = (text: string, order: DateOrder, thisYear: number): Timed | null => {
  const dated = (serial: number | null, format: string): Timed | null =>
    serial === null ? null : { serial, format }
  const short = shortDate(order)
  const iso = ISO.exec(text)
  if (iso) return dated(serialOf(Number(iso[1]), Number(iso[2]), Number(iso[3])), short)
  const numeric = NUMERIC.exec(text) ?? SHORT.exec(text)
  if (numeric) {
    const [first, second] = [Number(numeric[1]), Number(numeric[2])]
    const [day, month] = order === 'dmy' ? [first, second] : [second, first]
    const year = numeric[3] === undefined ? thisYear : fullYear(numeric[3])
    return dated(serialOf(year, month, day), numeric[3] === undefined ? 'd-mmm' : short)
  }
  const named = NAMED.exec(text)
  if (!named) return null
  const name = (named[2] ?? '').toLowerCase()
  const month = MONTHS.findIndex((full) => [full, full.slice(0, 3)].includes(capital(name)))
  const year = named[3] === undefined ? thisYear : fullYear(named[3])
  return dated(
    month < 0 ? null : serialOf(year, month + 1, Number(named[1])),
    named[3] === undefined ? 'd-mmm' : 'd-mmm-yy',
  )
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

const asTime = (text: string): Timed | null => {
  const time = TIME.exec(text)
  if (!time) return null
  const [hour, minute, second] = [Number(time[1]), Number(time[2]), Number(time[3] ?? 0)]
  if (hour > 23 || minute > 59 || second > 59) return null
  return {
    serial: (hour * 3600 + minute * 60 + second) / 86_400,
    format: time[3] === undefined ? 'h:mm' : 'h:mm:ss',
  }
}

const asMoment = (text: string, order: DateOrder, thisYear: number): Timed | null => {
  const alone = asDate(text, order, thisYear) ?? asTime(text)
  if (alone) return alone
  const blank = text.lastIndexOf(' ')
  const date = asDate(text.slice(0, Math.max(blank, 0)), order, thisYear)
  const time = asTime(text.slice(blank + 1))
  if (!date || !time) return null
  return { serial: date.serial + time.serial, format: `${shortDate(order)} hh:mm` }
}

/** Whether text starting with this character can be anything but text; most texts stop here. */
const CAN_BE_MORE = /^[\s\d.,()+\-=$£€#'TtFf]/

/**
 * Excel's entry rules: what a text typed, pasted or written becomes in a cell of the given format.
 * `thisYear` completes dates without a year. Source: `Range.values` in Microsoft's reference; the
 * exact patterns are guesses (BEHAVIOUR.md).
 */
export const enterText = (
  text: string,
  format: string,
  order: DateOrder,
  thisYear: number,
): Entry => {
  if (text === '') return EMPTY
  if (text.length > MAX_TEXT) throw new Refusal('InvalidArgument')
  if (format === '@' || !CAN_BE_MORE.test(text)) return value(text)
  if (text.startsWith("'")) return text.length === 1 ? value('') : value(text.slice(1))
  const bare = text.trim()
  const number = asNumber(bare)
  if (number) return number
  const moment = asMoment(bare, order, thisYear)
  if (moment) return value(moment.serial, moment.format)
  const lead = text.charAt(0)
  if ((lead === '=' || lead === '+' || lead === '-') && text.length > 1) {
    if (text.length > MAX_FORMULA) throw new Refusal('InvalidArgument')
    return { kind: 'formula', text: lead === '=' ? text : `=${text}` }
  }
  const upper = text.toUpperCase()
  if (upper === 'TRUE' || upper === 'FALSE') return value(upper === 'TRUE')
  if (ERRORS.includes(upper)) return value({ error: upper })
  return value(text)
}
