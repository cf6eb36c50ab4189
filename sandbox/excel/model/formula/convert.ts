import { isError, type CellError, type Value } from '../value.ts'

export const failure = (error: string): CellError => ({ error })

/** A text as the number or truth value it spells, else the text. */
export const toEntry = (text: string): Value => {
  if (text.trim() !== '' && Number.isFinite(Number(text))) return Number(text)
  const upper = text.toUpperCase()
  return upper === 'TRUE' ? true : upper === 'FALSE' ? false : text
}

/** A value as a number; a text that spells none is an error. */
export const toNumber = (value: Value | undefined): number | CellError => {
  if (value === undefined) return 0
  if (isError(value) || typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  const number = toEntry(value)
  return typeof number === 'number' ? number : failure('#VALUE!')
}

export const toText = (value: Value | undefined): string => {
  if (value === undefined) return ''
  if (isError(value)) return value.error
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return String(value)
}

export const toTruth = (value: Value | undefined): boolean | CellError => {
  if (typeof value === 'boolean') return value
  const number = toNumber(value)
  return typeof number === 'number' ? number !== 0 : number
}
