import { lastColumn, lastRow, type Area } from '../../model/area.ts'
import { hideColumns, hideRows } from '../../model/hide.ts'
import { isRowHidden } from '../../model/read.ts'
import type { Place, Worksheet } from '../../model/state.ts'
import { truthArgument } from '../arguments.ts'
import type { Session } from '../session.ts'
import type { Scalar } from '../wire.ts'
import { areaOf } from './place.ts'

/** True, false, or null where some are and some are not. */
const alike = (first: number, last: number, is: (index: number) => boolean): boolean | null => {
  const start = is(first)
  for (let index = first + 1; index <= last; index += 1) if (is(index) !== start) return null
  return start
}

const rows = (sheet: Worksheet, area: Area): boolean | null =>
  alike(area.row, lastRow(area), (row) => isRowHidden(sheet, row))

const columns = (sheet: Worksheet, area: Area): boolean | null =>
  alike(area.column, lastColumn(area), (column) => sheet.hiddenColumns.has(column))

/** Whether rows and columns are out of sight. */
export const hiddenScalars = ({ workbook }: Session): Record<string, Scalar<Place>> => ({
  RowHidden: {
    get: (place) => rows(place.sheet, areaOf(place)),
    set: (place, value) => {
      hideRows(workbook, place.sheet, areaOf(place), truthArgument(value))
    },
  },
  ColumnHidden: {
    get: (place) => columns(place.sheet, areaOf(place)),
    set: (place, value) => {
      hideColumns(workbook, place.sheet, areaOf(place), truthArgument(value))
    },
  },
  Hidden: {
    get: (place) => {
      const [byRow, byColumn] = [
        rows(place.sheet, areaOf(place)),
        columns(place.sheet, areaOf(place)),
      ]
      if (byRow === true || byColumn === true) return true
      return byRow === null || byColumn === null ? null : false
    },
  },
})
