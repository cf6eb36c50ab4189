import { calendarOf } from './dates.ts'
import { enterText, shortDate, type DateOrder } from './entry.ts'
import { displayText, isDateCode } from './numberformat.ts'
import { plain, type Value } from './value.ts'

const numberText = (number: number, format: string, order: DateOrder): string => {
  if (isDateCode(format) && calendarOf(number)) {
    const time = number % 1 === 0 ? '' : 'hh:mm:ss'
    const date = number < 1 ? '' : shortDate(order)
    return displayText(number, `${date} ${time}`.trim())
  }
  if (format.endsWith('%')) return `${String(Number((number * 100).toPrecision(15)))}%`
  return String(number)
}

/**
 * What the formula bar shows of a value: a text that, entered again, gives the same. Dates stand as
 * dates, and texts that would become something else have their apostrophe.
 */
export const entryText = (
  value: Value | undefined,
  format: string,
  order: DateOrder,
  thisYear: number,
): string => {
  if (typeof value === 'number') return numberText(value, format, order)
  if (typeof value !== 'string') return String(plain(value)).toUpperCase()
  if (value === '') return ''
  const again = enterText(value, format, order, thisYear)
  return again.kind === 'value' && again.value === value ? value : `'${value}`
}
