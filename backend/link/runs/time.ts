/** A point in time of the link's own tables (UTC, without a zone) as ISO 8601, however a driver gives it. */
export function isoTime(value: unknown): string {
  if (value instanceof Date) return value.toISOString()
  const text = String(value).replace(' ', 'T')
  return new Date(/[zZ]|[+-]\d{2}:?\d{2}$/.test(text) ? text : `${text}Z`).toISOString()
}
