/**
 * The calendar date (`yyyy-MM-dd`) that a text of LRS holds, with or without a time of day behind it;
 * null when it is no date that exists.
 */
export function calendarDate(text: string): string | null {
  const [, date] = /^\s*(\d{4}-\d{2}-\d{2})(?:[T ][\d:.]+Z?)?\s*$/.exec(text) ?? []
  if (date === undefined || date < '1000') return null
  const parsed = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? date : null
}
