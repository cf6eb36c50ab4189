import { calendarOf, MONTHS, WEEKDAYS, type CalendarDate } from './dates.ts'
import { isError, type Value } from './value.ts'

const two = (number: number): string => String(number).padStart(2, '0')

/** Reads a code's parts: quoted texts, escapes, letters in runs, digits' places. */
const PARTS =
  /"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.|AM\/PM|y+|m+|d+|h+|s+|[#0?][#0?,]*(?:\.[#0?]+)?|E\+0+|./giu

/** Whether a format shows a number as a date or a time. */
export const isDateCode = (code: string): boolean =>
  /[ymdhs]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''))

const month = (date: CalendarDate, length: number): string => {
  const name = MONTHS[date.month - 1] ?? ''
  if (length > 3) return length === 5 ? name.slice(0, 1) : name
  return length === 3 ? name.slice(0, 3) : length === 2 ? two(date.month) : String(date.month)
}

const day = (date: CalendarDate, length: number): string => {
  const name = WEEKDAYS[date.weekday] ?? ''
  if (length > 2) return length > 3 ? name : name.slice(0, 3)
  return length === 2 ? two(date.day) : String(date.day)
}

const showDate = (serial: number, code: string): string => {
  const date = calendarOf(serial)
  if (!date) return '##########'
  const parts = [...code.matchAll(PARTS)].map((found) => found[0])
  const twelve = /AM\/PM/i.test(code)
  let text = ''
  let previous = ''
  parts.forEach((part, at) => {
    const letter = part.charAt(0).toLowerCase()
    const number = (value: number): string => (part.length > 1 ? two(value) : String(value))
    const following = parts.slice(at + 1).find((next) => /^[ymdhs]/i.test(next)) ?? ''
    if (/^am\/pm$/i.test(part)) text += date.hour < 12 ? 'AM' : 'PM'
    else if (letter === 'y') text += part.length > 2 ? String(date.year) : two(date.year % 100)
    else if (letter === 'm' && (previous === 'h' || /^s/i.test(following)))
      text += number(date.minute)
    else if (letter === 'm') text += month(date, part.length)
    else if (letter === 'd') text += day(date, part.length)
    else if (letter === 'h') text += number(twelve ? date.hour % 12 || 12 : date.hour)
    else if (letter === 's') text += number(date.second)
    else text += literal(part)
    if (/[ymdhs]/.test(letter)) previous = letter
  })
  return text
}

const literal = (part: string): string => {
  if (part.startsWith('"')) return part.slice(1, -1)
  if (part.startsWith('\\')) return part.slice(1)
  if (part.startsWith('_')) return ' '
  if (part.startsWith('[')) return /^\[\$([^-\]]*)/.exec(part)?.[1] ?? ''
  return part.startsWith('*') ? '' : part
}

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',')

const digitsFor = (number: number, place: string): string => {
  const [whole = '', fraction = ''] = place.split('.')
  const most = fraction.length
  const least = fraction.replace(/[#?]+$/, '').length
  const [integer = '0', rest = ''] = number.toFixed(Math.min(most, 20)).split('.')
  const zeros = whole.replaceAll(/[^0]/g, '').length
  const padded = integer === '0' && zeros === 0 ? '' : integer.padStart(zeros, '0')
  const shown = whole.includes(',') ? grouped(padded) : padded
  let decimals = rest
  while (decimals.length > least && decimals.endsWith('0')) decimals = decimals.slice(0, -1)
  return place.includes('.') ? `${shown}.${decimals}` : shown
}

const showScientific = (number: number, code: string): string => {
  const decimals = /\.(0+)E/i.exec(code)?.[1]?.length ?? 0
  const [mantissa = '', power = '0'] = number.toExponential(decimals).split('e')
  const sign = Number(power) < 0 ? '-' : '+'
  return `${mantissa}E${sign}${two(Math.abs(Number(power)))}`
}

const showNumber = (number: number, code: string): string => {
  if (/E\+0/i.test(code)) return showScientific(number, code)
  const scaled = number * 100 ** (code.match(/%/g)?.length ?? 0)
  let placed = false
  let text = ''
  for (const [part] of code.matchAll(PARTS)) {
    if (/^[#0?]/.test(part)) {
      text += placed ? '' : digitsFor(Number(scaled.toPrecision(15)), part)
      placed = true
    } else text += literal(part)
  }
  return text.trimEnd()
}

const MOST_CHARACTERS = 11

/** A number without a format: at most eleven characters, as Excel's *General* shows it. */
const general = (number: number): string => {
  const size = Math.abs(number)
  const sign = number < 0 ? '-' : ''
  const scientific = (): string => sign + showScientific(size, '0.00000E+00').replace(/\.?0+E/, 'E')
  if (size >= 1e11 || (size !== 0 && size < 1e-9)) return scientific()
  if (Number.isInteger(number)) return String(number)
  if (size >= 1e-4) {
    const whole = String(Math.trunc(size)).length
    return String(Number(number.toFixed(Math.max(0, Math.min(9, 10 - whole)))))
  }
  const small = size.toFixed(12).replace(/0+$/, '')
  return small.length > MOST_CHARACTERS ? scientific() : sign + small
}

const showText = (text: string, code: string | undefined): string => {
  if (code === undefined || !code.includes('@')) return text
  return [...code.matchAll(PARTS)].map(([part]) => (part === '@' ? text : literal(part))).join('')
}

/** The section of a format for a number: those below zero have their own where there are two. */
const sectionFor = (number: number, format: string): { code: string; signed: boolean } => {
  const [positive = '', negative, zero] = format.split(';')
  if (number < 0 && negative !== undefined) return { code: negative, signed: false }
  return { code: number === 0 ? (zero ?? positive) : positive, signed: number < 0 }
}

const showBy = (number: number, format: string): string => {
  const { code, signed } = sectionFor(number, format)
  const sign = signed ? '-' : ''
  if (/general/i.test(code)) return sign + general(Math.abs(number))
  return isDateCode(code) ? showDate(number, code) : sign + showNumber(Math.abs(number), code)
}

/** The text a cell shows. Codes as in Excel: up to four sections, dates, digits' places, `@`. */
export const displayText = (value: Value | undefined, format: string): string => {
  if (value === undefined) return ''
  if (isError(value)) return value.error
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  const plain = format === 'General' || format === '@' || format === ''
  if (typeof value === 'string') return plain ? value : showText(value, format.split(';')[3])
  return plain ? general(value) : showBy(value, format)
}
