/** An error in a cell, e.g. `#N/A`. */
export interface CellError {
  readonly error: string
}

/** What a cell holds; an empty cell holds nothing (`undefined`). */
export type Value = string | number | boolean | CellError

/** A value as it travels: errors are their text, empty is `''`. */
export type PlainValue = string | number | boolean

export const ERRORS = [
  '#N/A',
  '#NAME?',
  '#VALUE!',
  '#REF!',
  '#DIV/0!',
  '#NULL!',
  '#NUM!',
  '#SPILL!',
  '#CALC!',
]

export const isError = (value: Value | undefined): value is CellError => typeof value === 'object'

export const plain = (value: Value | undefined): PlainValue =>
  value === undefined ? '' : isError(value) ? value.error : value

export type ValueType = 'Empty' | 'String' | 'Double' | 'Boolean' | 'Error'

/** `Excel.RangeValueType` of a value. */
export const valueType = (value: Value | undefined): ValueType => {
  if (value === undefined) return 'Empty'
  if (isError(value)) return 'Error'
  if (typeof value === 'string') return 'String'
  return typeof value === 'number' ? 'Double' : 'Boolean'
}
