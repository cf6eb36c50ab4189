import { remembered } from './remembered.ts'

/** For comparing only: case, accents, punctuation and runs of blanks do not count. */
export function normaliseTitle(title: string | null): string {
  return title === null ? '' : plain(title)
}

const plain = remembered((title) =>
  title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}*]+/gu, ' ')
    .trim(),
)

/** The text in at most `length` characters, cut after a whole word where there is one. */
export function cutAtWord(text: string, length: number): string {
  if (text.length <= length) return text
  const head = text.slice(0, length)
  if (/\s/.test(text.charAt(length))) return head.trimEnd()
  const lastBlank = head.search(/\s\S*$/)
  const words = lastBlank > 0 ? head.slice(0, lastBlank).trimEnd() : ''
  return words === '' ? head.replace(/[\uD800-\uDBFF]$/, '') : words
}
