/** A date as LRS sent it: the calendar day, and the text itself where it is none. */
export interface SentDay {
  readonly day: string | null
  readonly unreadable: string | null
}

const pattern = /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2})?.*)?\s*$/

/**
 * The calendar day of a text of LRS (`yyyy-MM-dd`, or `yyyy-MM-dd HH:mm:ss` as in DateLoaded).
 * Future days pass: LRS has them. 30 February does not.
 */
export function dayOf(text: string | null): SentDay {
  if (text === null || text.trim() === '') return { day: null, unreadable: null }
  const [, year, month, day] = pattern.exec(text) ?? []
  if (year && month && day && isCalendarDay(Number(year), Number(month), Number(day))) {
    return { day: `${year}-${month}-${day}`, unreadable: null }
  }
  return { day: null, unreadable: text }
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  if (year < 1) return false
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
