/**
 * Excel's day numbers. Days are calendar days counted in UTC, so daylight saving cannot shift them. The
 * 1900 system counts a 29 February 1900 that never was: days before 1 March 1900 are one lower. Some
 * workbooks count from 1904 instead.
 */
export type DateSystem = 1900 | 1904

const dayMs = 86_400_000
const march1900 = Date.UTC(1900, 2, 1) / dayMs
const unixIn1900 = 25_569
const unixIn1904 = 24_107

/** The day number of a `yyyy-MM-dd`, or null where the text is no calendar day or Excel has no number. */
export function toSerial(isoDate: string, system: DateSystem): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate)
  if (!parts) return null
  const month = Number(parts[2]) - 1
  const date = new Date(Date.UTC(Number(parts[1]), month, Number(parts[3])))
  // A day that the month does not have would run over into the next one.
  if (date.getUTCMonth() !== month) return null
  const day = date.getTime() / dayMs
  const serial = system === 1904 ? day + unixIn1904 : day + unixIn1900 - (day < march1900 ? 1 : 0)
  const first = system === 1904 ? 0 : 1
  return serial >= first ? serial : null
}

/** The `yyyy-MM-dd` of a day number; a time of day is left off. Null where it names no day. */
export function fromSerial(serial: number, system: DateSystem): string | null {
  const whole = Math.floor(serial)
  if (system === 1904) return whole < 0 ? null : isoDay(whole - unixIn1904)
  if (whole < 1 || whole === 60) return null
  return isoDay(whole - unixIn1900 + (whole < 60 ? 1 : 0))
}

function isoDay(day: number): string | null {
  const date = new Date(day * dayMs)
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999) return null
  return date.toISOString().slice(0, 10)
}
