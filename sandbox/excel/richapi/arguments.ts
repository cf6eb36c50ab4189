import { Refusal } from '../model/refusal.ts'
import { readColor } from '../model/style.ts'
import type { Arguments, WireObject } from './wire.ts'

const wrong = (): Refusal => new Refusal('InvalidArgument')

/** An argument that must be text. */
export const textArgument = (value: unknown): string => {
  if (typeof value !== 'string') throw wrong()
  return value
}

/** Text, or null where the argument was left out. */
export const optionalText = (value: unknown): string | null =>
  value === null || value === undefined ? null : textArgument(value)

/** An argument that must be a whole number. */
export const wholeArgument = (value: unknown): number => {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw wrong()
  return value
}

export const optionalWhole = (value: unknown): number | null =>
  value === null || value === undefined ? null : wholeArgument(value)

export const numberArgument = (value: unknown): number => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw wrong()
  return value
}

export const truthArgument = (value: unknown): boolean => {
  if (typeof value !== 'boolean') throw wrong()
  return value
}

export const optionalTruth = (value: unknown, otherwise: boolean): boolean =>
  value === null || value === undefined ? otherwise : truthArgument(value)

/** A colour as an add-in gives it, as `#RRGGBB`. */
export const colorArgument = (value: unknown): string => {
  const color = readColor(textArgument(value))
  if (color === null) throw wrong()
  return color
}

/** One of the given words, as Excel's enumerations spell them. */
export const wordArgument = <W extends string>(value: unknown, words: readonly W[]): W => {
  const found = words.find((word) => word === value)
  if (found === undefined) throw wrong()
  return found
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const recordArgument = (value: unknown): Record<string, unknown> => {
  if (!isRecord(value)) throw wrong()
  return value
}

export const listArgument = (value: unknown): readonly unknown[] => {
  if (!Array.isArray(value)) throw wrong()
  return value
}

const isWireObject = (value: unknown): value is WireObject =>
  isRecord(value) && 'scalarNames' in value && 'place' in value

/** An object of the API given as an argument, or null. */
export const objectArgument = (args: Arguments, at: number): WireObject | null => {
  const value = args[at]
  return isWireObject(value) ? value : null
}

type Cell = string | number | boolean | null

const isCell = (value: unknown): value is Cell =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value))

/** What `values` and `formulas` take: one value, or rows of values. */
export const cellsArgument = (value: unknown): Cell | Cell[][] => {
  if (isCell(value)) return value
  return listArgument(value).map((line) => {
    if (!Array.isArray(line) || !line.every(isCell)) throw wrong()
    return line
  })
}
