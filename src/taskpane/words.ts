import { typedDays } from './typedDays.ts'
import type { TypedDays } from './typedDays.ts'

/** Numbers and dates as people read them, in the language of Excel. */
export interface Words extends TypedDays {
  number(value: number): string
  /** `1 learner`, `1,204 learners`. */
  count(value: number, one: string, many?: string): string
  /** A calendar day from `yyyy-MM-dd`; anything else as it stands. */
  day(isoDay: string): string
  /** A moment from ISO 8601: `today 14:05`, or day and time. */
  moment(iso: string, now: number): string
}

export function createWords(locale: string): Words {
  const safe = Intl.NumberFormat.supportedLocalesOf(locale).length > 0 ? locale : 'en-GB'
  const numbers = new Intl.NumberFormat(safe)
  const days = new Intl.DateTimeFormat(safe, { dateStyle: 'medium', timeZone: 'UTC' })
  const today = new Intl.DateTimeFormat(safe, { timeStyle: 'short' })
  const moments = new Intl.DateTimeFormat(safe, { dateStyle: 'medium', timeStyle: 'short' })
  const typed = typedDays(safe)
  const number = (value: number) => numbers.format(value)
  return {
    number,
    count: (value, one, many = `${one}s`) => `${number(value)} ${value === 1 ? one : many}`,
    day: (isoDay) => {
      if (!/^\d{4}-\d{2}-\d{2}$/.test(isoDay)) return isoDay
      const day = new Date(`${isoDay}T00:00:00Z`)
      return Number.isNaN(day.getTime()) ? isoDay : days.format(day)
    },
    ...typed,
    moment: (iso, now) => {
      const at = new Date(iso)
      if (Number.isNaN(at.getTime())) return iso
      const same = at.toDateString() === new Date(now).toDateString()
      return same ? `today ${today.format(at)}` : moments.format(at)
    },
  }
}
