import { fullAddress } from '../../model/address.ts'
import { cellArea, lastColumn, lastRow } from '../../model/area.ts'
import { formatAt } from '../../model/cells.ts'
import { formulaAt, isRowHidden, textAt, valueAt } from '../../model/read.ts'
import { Refusal } from '../../model/refusal.ts'
import type { Place, Worksheet } from '../../model/state.ts'
import { plain, valueType } from '../../model/value.ts'
import { wholeArgument } from '../arguments.ts'
import type { Session } from '../session.ts'
import { describeClass, type Scalar, type WireObject } from '../wire.ts'
import { areaOf } from './place.ts'

interface View {
  readonly sheet: Worksheet
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  readonly index: number
}

type Read = (sheet: Worksheet, row: number, column: number) => unknown

const viewOf = (place: Place): View => {
  const { sheet } = place
  const area = areaOf(place)
  const rows: number[] = []
  const columns: number[] = []
  for (let row = area.row; row <= lastRow(area); row += 1) {
    if (!isRowHidden(sheet, row)) rows.push(row)
  }
  for (let column = area.column; column <= lastColumn(area); column += 1) {
    if (!sheet.hiddenColumns.has(column)) columns.push(column)
  }
  return { sheet, rows, columns, index: 0 }
}

/** `Excel.RangeView`: the rows and columns of a range that are in sight. It cannot be written. */
export const rangeViewClass = ({ workbook }: Session): ((place: Place) => WireObject) => {
  const grid = (read: Read): Scalar<View> => ({
    get: ({ sheet, rows, columns }) =>
      rows.map((row) => columns.map((column) => read(sheet, row, column))),
  })
  const rowsOf = describeClass<View>({
    type: 'RangeViewCollection',
    items: (whole) => whole.rows.map((row, index) => view({ ...whole, rows: [row], index })),
    paths: {
      GetItemAt: (whole, [index]) => {
        const at = wholeArgument(index)
        const row = whole.rows[at]
        if (row === undefined) throw new Refusal('InvalidArgument')
        return view({ ...whole, rows: [row], index: at })
      },
    },
    actions: { GetCount: (whole) => whole.rows.length },
  })
  const formula: Read = (sheet, row, column) => formulaAt(workbook, sheet, row, column)
  const view: (view: View) => WireObject = describeClass<View>({
    type: 'RangeView',
    scalars: {
      Values: grid((sheet, row, column) => plain(valueAt(workbook, sheet, row, column))),
      Text: grid((sheet, row, column) => textAt(workbook, sheet, row, column)),
      Formulas: grid(formula),
      FormulasLocal: grid(formula),
      NumberFormat: grid((sheet, row, column) => formatAt(sheet.cells, row, column)),
      ValueTypes: grid((sheet, row, column) => valueType(valueAt(workbook, sheet, row, column))),
      CellAddresses: grid((sheet, row, column) => fullAddress(sheet.name, cellArea(row, column))),
      RowCount: { get: ({ rows }) => rows.length },
      ColumnCount: { get: ({ columns }) => columns.length },
      Index: { get: ({ index }) => index },
    },
    objects: { Rows: (whole) => rowsOf(whole) },
  })
  return (place) => view(viewOf(place))
}
