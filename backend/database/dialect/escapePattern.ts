/** Makes the signs of a LIKE pattern stand for themselves; `!` is the escape sign everywhere. */
export function escapePattern(value: string, signs: string): string {
  return [...value].map((sign) => (`!${signs}`.includes(sign) ? `!${sign}` : sign)).join('')
}
