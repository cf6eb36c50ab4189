import { quoteSheet, splitSheet } from '../address.ts'
import { movedArea, type Edit } from '../edit.ts'
import { isEntireColumn, isEntireRow, lastColumn, lastRow } from '../area.ts'
import type { Corner } from './formula.ts'
import { areaOf, readReference, writeReference } from './reference.ts'
import { tokenize } from './tokens.ts'

/** Rewrites one reference for an edit of the sheet it points to. */
const followReference = (text: string, edit: Edit): string => {
  const { sheet, from, to } = readReference(text)
  const area = areaOf(from, to, 0, 0)
  if (!area || (edit.axis === 'rows' ? isEntireColumn(area) : isEntireRow(area))) return text
  const moved = movedArea(area, edit)
  if (!moved) return '#REF!'
  const corner = (old: Corner, row: number, column: number): Corner => ({
    ...old,
    row: old.row === null ? null : row,
    column: old.column === null ? null : column,
  })
  const first = corner(from, moved.row, moved.column)
  const last = corner(to, lastRow(moved), lastColumn(moved))
  const prefix = sheet === null ? '' : `${quoteSheet(sheet)}!`
  return prefix + writeReference(first, last, !text.includes(':'))
}

/** A formula's text with some of its references written otherwise. */
const rewritten = (text: string, rewrite: (reference: string) => string): string => {
  const tokens = tokenize(text.slice(1))
  if (!tokens) return text
  return `=${tokens
    .map((token) => (token.kind === 'reference' ? rewrite(token.text) : token.text))
    .join('')}`
}

/**
 * A formula's text after cells of a sheet moved. `own` says whether the formula stands on that sheet,
 * `name` is the sheet's.
 */
export const followEdit = (text: string, edit: Edit, own: boolean, name: string): string =>
  rewritten(text, (reference) => {
    const { sheet } = readReference(reference)
    const here = sheet === null ? own : sheet.toLowerCase() === name.toLowerCase()
    return here ? followReference(reference, edit) : reference
  })

/** A formula's text after a sheet got another name. */
export const followName = (text: string, before: string, after: string): string =>
  rewritten(text, (reference) => {
    const { sheet, rest } = splitSheet(reference)
    return sheet?.toLowerCase() === before.toLowerCase()
      ? `${quoteSheet(after)}!${rest}`
      : reference
  })
