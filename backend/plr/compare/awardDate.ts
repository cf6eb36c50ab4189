import { calendarDate } from '../event/calendarDate.ts'

export interface AwardDate {
  /** `yyyy-MM-dd`, or null when LRS has none or none that exists. */
  readonly date: string | null
  readonly note: string | null
}

/** The award date that goes into ebs: never invented, and said so when LRS's is no date. */
export function readAwardDate(text: string | null): AwardDate {
  if (text === null || text.trim() === '') return { date: null, note: null }
  const date = calendarDate(text)
  return date === null
    ? { date, note: `The award date “${text.slice(0, 40)}” is no calendar date; written as none` }
    : { date, note: null }
}
