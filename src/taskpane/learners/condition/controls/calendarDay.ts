/** `yyyy-MM-dd` of a date as the calendar on the screen shows it. */
export function calendarDay(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  const year = String(date.getFullYear()).padStart(4, '0')
  return `${year}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** The date of `yyyy-MM-dd` or `d/m/yyyy`; null when it is none, the 30th of February included. */
export function fromCalendarDay(text: string): Date | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim())
  const british = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text.trim())
  const parts = iso?.slice(1) ?? british?.slice(1).reverse()
  if (!parts) return null
  const [year = 0, month = 0, day = 0] = parts.map(Number)
  const date = new Date(year, month - 1, day)
  return date.getMonth() === month - 1 && date.getDate() === day ? date : null
}
