/** A point in time of the link's own tables (UTC), read by `timeText`, as ISO 8601. */
export function isoTime(text: unknown): string {
  return new Date(`${String(text).replace(' ', 'T')}Z`).toISOString()
}
