import { isRowHidden } from '../../model/read.ts'
import type { Place } from '../../model/state.ts'
import { recordArgument } from '../arguments.ts'
import { notPlayed, type Fields } from '../wire.ts'
import { areaOf } from './place.ts'

/** `range.getRowProperties`: whether each row is out of sight, and its index. */
export const getRowProperties = (place: Place, asked: unknown): readonly Fields[] => {
  const { rowHidden, rowIndex, ...others } = recordArgument(asked)
  for (const name of Object.keys(others)) throw notPlayed('RowPropertiesLoadOptions', name)
  const { row, rows } = areaOf(place)
  return Array.from({ length: rows }, (_, at) => ({
    ...(rowHidden === true && { rowHidden: isRowHidden(place.sheet, row + at) }),
    ...(rowIndex === true && { rowIndex: row + at }),
  }))
}
