import { quoteSheet } from '../address.ts'
import type { Corner } from './formula.ts'
import { areaOf, readReference, writeReference } from './reference.ts'
import { tokenize } from './tokens.ts'

/** A formula's text as it stands when its cell is moved down by so many rows, as in a sort. */
export const copyDown = (text: string, rows: number): string => {
  const tokens = rows === 0 ? null : tokenize(text.slice(1))
  if (!tokens) return text
  return `=${tokens
    .map((token) => {
      if (token.kind !== 'reference') return token.text
      const { sheet, from, to } = readReference(token.text)
      if (!areaOf(from, to, rows, 0)) return '#REF!'
      const moved = (corner: Corner): Corner => ({
        ...corner,
        row: corner.row === null || corner.rowFixed ? corner.row : corner.row + rows,
      })
      const prefix = sheet === null ? '' : `${quoteSheet(sheet)}!`
      return prefix + writeReference(moved(from), moved(to), !token.text.includes(':'))
    })
    .join('')}`
}
