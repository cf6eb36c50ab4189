/** `yyyy-MM-dd` of a date as the calendar on the screen shows it. */
export function calendarDay(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  const year = String(date.getFullYear()).padStart(4, '0')
  return `${year}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** The date that the calendar on the screen shows for `yyyy-MM-dd`. */
export function fromCalendarDay(isoDay: string): Date {
  const [year = 0, month = 1, day = 1] = isoDay.split('-').map(Number)
  return new Date(year, month - 1, day)
}
