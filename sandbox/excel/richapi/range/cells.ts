import { isEntireColumn, isEntireRow, type Area } from '../../model/area.ts'
import { formatAt } from '../../model/cells.ts'
import { formulaAt, readArea, textAt, valueAt } from '../../model/read.ts'
import { Refusal, SHAPE_MESSAGE } from '../../model/refusal.ts'
import type { Place } from '../../model/state.ts'
import { plain, valueType } from '../../model/value.ts'
import { writeFormats, writeValues } from '../../model/write.ts'
import { cellsArgument } from '../arguments.ts'
import type { Session } from '../session.ts'
import type { Scalar } from '../wire.ts'
import { areaOf, isUnbounded } from './place.ts'

/** Excel on the web reads at most so many cells at once. */
const MOST_CELLS = 5_000_000

type Read = (place: Place, row: number, column: number) => unknown

const writable = (place: Place): Area => {
  const area = areaOf(place)
  // "You cannot set cell-level properties on an unbounded range": Microsoft's page on such ranges.
  if (isUnbounded(area)) throw new Refusal('InvalidArgument')
  return area
}

const formatsArgument = (value: unknown): string | (string | null)[][] => {
  const cells = cellsArgument(value)
  if (typeof cells === 'string') return cells
  if (!Array.isArray(cells)) throw new Refusal('InvalidArgument')
  return cells.map((line) =>
    line.map((one) => {
      if (one !== null && typeof one !== 'string') throw new Refusal('InvalidArgument')
      return one
    }),
  )
}

/** Properties with one value a cell. */
export const cellScalars = (session: Session): Record<string, Scalar<Place>> => {
  const { workbook } = session

  const grid = (place: Place, read: Read): unknown => {
    const area = areaOf(place)
    if (isUnbounded(area)) return null
    if (area.rows * area.columns > MOST_CELLS) throw new Refusal('InvalidArgument')
    return readArea(area, (row, column) => read(place, row, column))
  }

  const entries: Scalar<Place>['set'] = (place, value) => {
    writeValues(workbook, place.sheet, writable(place), cellsArgument(value))
  }
  const formats: Scalar<Place>['set'] = (place, value) => {
    writeFormats(workbook, place.sheet, writable(place), formatsArgument(value))
  }
  const formula: Read = ({ sheet }, row, column) => formulaAt(workbook, sheet, row, column)
  const format: Read = ({ sheet }, row, column) => formatAt(sheet.cells, row, column)
  const of = (read: Read, set?: Scalar<Place>['set']): Scalar<Place> =>
    set ? { get: (place) => grid(place, read), set } : { get: (place) => grid(place, read) }

  return {
    Values: of(({ sheet }, row, column) => plain(valueAt(workbook, sheet, row, column)), entries),
    Formulas: of(formula, entries),
    FormulasLocal: of(formula, entries),
    Text: of(({ sheet }, row, column) => textAt(workbook, sheet, row, column)),
    NumberFormat: of(format, formats),
    NumberFormatLocal: of(format, formats),
    ValueTypes: of(({ sheet }, row, column) => valueType(valueAt(workbook, sheet, row, column))),
  }
}

/** What the library sends before it cuts a big array into blocks. */
export const validateArraySize = (place: Place, rows: unknown, columns: unknown): void => {
  const area = areaOf(place)
  if (area.rows !== rows || area.columns !== columns) {
    throw new Refusal('InvalidArgument', SHAPE_MESSAGE)
  }
}

/** Where a range lies. */
export const positionScalars: Record<string, Scalar<Place>> = {
  RowIndex: { get: (place) => areaOf(place).row },
  ColumnIndex: { get: (place) => areaOf(place).column },
  RowCount: { get: (place) => areaOf(place).rows },
  ColumnCount: { get: (place) => areaOf(place).columns },
  CellCount: {
    get: (place) => {
      const count = areaOf(place).rows * areaOf(place).columns
      // Microsoft's reference: -1 where the number does not fit 32 bits.
      return count > 2_147_483_647 ? -1 : count
    },
  },
  IsEntireRow: { get: (place) => isEntireRow(areaOf(place)) },
  IsEntireColumn: { get: (place) => isEntireColumn(areaOf(place)) },
}
