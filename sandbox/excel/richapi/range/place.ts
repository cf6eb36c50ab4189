import { isEntireColumn, isEntireRow, type Area } from '../../model/area.ts'
import { parseArea, splitSheet } from '../../model/address.ts'
import { Refusal } from '../../model/refusal.ts'
import { findSheet } from '../../model/sheets.ts'
import type { Workbook } from '../../model/book.ts'
import type { Place, Worksheet } from '../../model/state.ts'
import { objectArgument, textArgument } from '../arguments.ts'
import type { Arguments } from '../wire.ts'

/** The one area of a Range. */
export const areaOf = (place: Place): Area => {
  const [area] = place.areas
  if (!area) throw new Refusal('InvalidReference')
  return area
}

/** Whole rows and columns have no cell-level properties. */
export const isUnbounded = (area: Area): boolean => isEntireRow(area) || isEntireColumn(area)

/** A new place on a sheet. */
export const placeOn = (sheet: Worksheet, areas: readonly Area[]): Place => ({
  sheet,
  areas,
  lost: false,
})

/** Reads `A1:B2` or `Sheet!A1:B2`; without a sheet it is on the sheet given. */
export const readAddress = (
  workbook: Workbook,
  sheet: Worksheet,
  text: string,
): { sheet: Worksheet; area: Area } => {
  const { sheet: name, rest } = splitSheet(text)
  const on = name === null ? sheet : findSheet(workbook, name)
  const area = parseArea(rest.trim())
  if (on && area) return { sheet: on, area }
  const named = workbook.names.find((one) => one.name.toLowerCase() === text.toLowerCase())
  const place = named?.place.areas[0]
  if (!named || !place) throw new Refusal('InvalidArgument')
  return { sheet: named.place.sheet, area: place }
}

/** An argument that is a range or its address. */
export const rangeArgument = (
  workbook: Workbook,
  sheet: Worksheet,
  args: Arguments,
  at: number,
): { sheet: Worksheet; area: Area } => {
  const object = objectArgument(args, at)
  if (object) {
    object.check()
    if (!object.place) throw new Refusal('InvalidArgument')
    return { sheet: object.place.sheet, area: areaOf(object.place) }
  }
  return readAddress(workbook, sheet, textArgument(args[at]))
}
