/** What a text column of ebs counts its length in; a column of Oracle may count bytes. */
export const lengthUnits = ['characters', 'bytes'] as const
export type LengthUnit = (typeof lengthUnits)[number]

/** No character of UTF-16 takes more in UTF-8. */
export const mostBytes = 3

/**
 * How many characters of a text, from its first on, a column takes: all of them where it fits. Bytes
 * are those of UTF-8, in which every letter with an accent takes two or more; characters are counted
 * as JavaScript does, in UTF-16, and those that UTF-16 writes as a pair stay whole.
 */
export function charactersThatFit(
  text: string,
  length: number,
  unit: LengthUnit = 'characters',
): number {
  if (unit === 'characters') return Math.min(text.length, length)
  if (text.length * mostBytes <= length) return text.length
  let bytes = 0
  let characters = 0
  for (const sign of text) {
    bytes += bytesOf(sign)
    if (bytes > length) break
    characters += sign.length
  }
  return characters
}

/** Half of a pair alone becomes the sign for what cannot be written, of three bytes. */
function bytesOf(sign: string): number {
  if (sign.length === 2) return 4
  if (sign < '\u0080') return 1
  return sign < '\u0800' ? 2 : 3
}
