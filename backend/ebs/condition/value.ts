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
  if (!isDay || !exists || given < '0001-01-01') {
    return wrong(`${field.label} takes dates that exist, as yyyy-MM-dd.`)
  }
  return value(given)
}

/** The day after a day, both `yyyy-MM-dd`; of the last day that a database can hold, itself. */
export function dayAfter(day: string): string {
  if (day === '9999-12-31') return day
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}
