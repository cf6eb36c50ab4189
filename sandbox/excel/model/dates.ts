/** Serial numbers of the 1900 date system. Serial 60 is the 29 February 1900 that never was. */
const DAY = 86_400_000
const EPOCH = Date.UTC(1899, 11, 30)

export interface CalendarDate {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly weekday: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** The serial number of a day (month 1–12), or null where there is no such day since 1900. */
export const serialOf = (year: number, month: number, day: number): number | null => {
  if (year === 1900 && month === 2 && day === 29) return 60
  const time = Date.UTC(year, month - 1, day)
  const date = new Date(time)
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  if (year < 1900 || year > 9999) return null
  const serial = Math.round((time - EPOCH) / DAY)
  return serial < 61 ? serial - 1 : serial
}

/** The day and time of a serial number; null where Excel shows `####`. */
export const calendarOf = (serial: number): CalendarDate | null => {
  if (serial < 0 || serial >= 2_958_466) return null
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400)
  const day = Math.floor(serial) + (seconds === 86_400 ? 1 : 0)
  const rest = seconds % 86_400
  const date = new Date(EPOCH + (day < 60 ? day + 1 : day) * DAY)
  return {
    year: day === 0 ? 1900 : date.getUTCFullYear(),
    month: day === 0 ? 1 : day === 60 ? 2 : date.getUTCMonth() + 1,
    day: day === 0 ? 0 : day === 60 ? 29 : date.getUTCDate(),
    weekday: (day + 6) % 7,
    hour: Math.floor(rest / 3600),
    minute: Math.floor(rest / 60) % 60,
    second: rest % 60,
  }
}

const english = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' })
const monthName = english({ month: 'long' })
const weekdayName = english({ weekday: 'long' })

export const MONTHS = Array.from({ length: 12 }, (_, month) =>
  monthName.format(Date.UTC(2000, month)),
)

/** From Sunday, as 2 January 2000 was. */
export const WEEKDAYS = Array.from({ length: 7 }, (_, day) =>
  weekdayName.format(Date.UTC(2000, 0, 2 + day)),
)
