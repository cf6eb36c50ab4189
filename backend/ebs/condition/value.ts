import type { Field } from './field.ts'

export type CheckedValue =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'wrong'; readonly detail: string }

/** A value as the field's column is compared with it; an empty one is the caller's matter. */
export function checkValue(field: Field, given: string | boolean): CheckedValue {
  switch (field.value) {
    case 'flag':
      return flag(field, String(given))
    case 'digits':
      return matching(field, given, /^\s*\d{1,18}\s*$/, 'whole numbers')
    case 'number':
      return matching(field, given, /^\s*-?\d{1,15}(\.\d{1,4})?\s*$/, 'numbers')
    case 'date':
      return date(field, given)
    case 'text':
    case 'code':
      return typeof given === 'string' ? value(given) : wrong(`${field.label} takes text.`)
  }
}

const value = (text: string): CheckedValue => ({ kind: 'value', value: text })
const wrong = (detail: string): CheckedValue => ({ kind: 'wrong', detail })

function flag(field: Field, text: string): CheckedValue {
  return text === 'true' || text === 'false'
    ? value(text)
    : wrong(`${field.label} takes true or false.`)
}

function matching(field: Field, given: string | boolean, form: RegExp, what: string): CheckedValue {
  return typeof given === 'string' && form.test(given)
    ? value(given.trim())
    : wrong(`${field.label} takes ${what}.`)
}

function date(field: Field, given: string | boolean): CheckedValue {
  const isDay = typeof given === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(given)
  const day = isDay ? new Date(`${given}T00:00:00Z`) : null
  const exists =
    day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(String(given))
  if (!isDay || !exists || given < firstDay) {
    return wrong(`${field.label} takes dates that exist, as yyyy-MM-dd.`)
  }
  return value(given)
}

/** The first day that a database can hold, and the last. */
export const firstDay = '0001-01-01'
const lastDay = '9999-12-31'

/** The day after a day, both `yyyy-MM-dd`; of the last day that a database can hold, itself. */
export function dayAfter(day: string): string {
  return day === lastDay ? day : moved(day, 1)
}

/** The day before a day that is not the first. */
export const dayBefore = (day: string): string => moved(day, -1)

function moved(day: string, by: number): string {
  const other = new Date(`${day}T00:00:00Z`)
  other.setUTCDate(other.getUTCDate() + by)
  return other.toISOString().slice(0, 10)
}
