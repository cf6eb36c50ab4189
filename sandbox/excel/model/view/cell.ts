import { formatAt, styleAt } from '../cells.ts'
import { displayText } from '../numberformat.ts'
import type { CellView } from '../protocol.ts'
import { valueAt } from '../read.ts'
import type { Workbook } from '../book.ts'
import type { Table, Worksheet } from '../state.ts'
import { PLAIN, type Style } from '../style.ts'
import { valueType } from '../value.ts'
import { conditionalStyle } from './conditional.ts'
import { tableStyle } from './tablestyle.ts'

const KINDS = {
  Empty: 'empty',
  String: 'text',
  Double: 'number',
  Boolean: 'boolean',
  Error: 'error',
} as const

const ALIGNMENTS: Readonly<Record<string, CellView['align']>> = {
  Left: 'left',
  Center: 'center',
  CenterAcrossSelection: 'center',
  Right: 'right',
}

const usual = (kind: CellView['kind']): CellView['align'] =>
  kind === 'number' ? 'right' : kind === 'boolean' || kind === 'error' ? 'center' : 'left'

/** Where rows stand among those in sight: the cell's own, and the first of a table's body. */
export interface Drawn {
  readonly row: number
  readonly bodyOf: (table: Table) => number
}

const isInside = ({ area }: Table, row: number, column: number): boolean =>
  row >= area.row &&
  row < area.row + area.rows &&
  column >= area.column &&
  column < area.column + area.columns

/** What a table lends to a cell: its heading's look, or that of every other row in sight. */
const lent = (sheet: Worksheet, row: number, column: number, drawn: Drawn): Style => {
  const table = sheet.tables.find((one) => isInside(one, row, column))
  if (!table) return PLAIN
  const { header, band } = tableStyle(table.style)
  if (table.showHeaders && row === table.area.row) return header
  return table.showBandedRows && (drawn.row - drawn.bodyOf(table)) % 2 === 0 ? band : PLAIN
}

/** A cell as it is drawn, or null when there is nothing to draw. */
export const cellView = (
  workbook: Workbook,
  sheet: Worksheet,
  row: number,
  column: number,
  drawn: Drawn,
): CellView | null => {
  const own = styleAt(sheet.cells, row, column)
  const under = lent(sheet, row, column, drawn)
  const value = valueAt(workbook, sheet, row, column)
  const over =
    sheet.conditionalFormats.length > 0 ? conditionalStyle(workbook, sheet, row, column) : PLAIN
  if (value === undefined && own === PLAIN && under === PLAIN && over === PLAIN) return null
  const kind = KINDS[valueType(value)]
  const style = { ...under, ...own, ...over }
  return {
    text: displayText(value, formatAt(sheet.cells, row, column)),
    kind,
    align: ALIGNMENTS[style.align ?? ''] ?? usual(kind),
    ...(style.fill === undefined ? {} : { fill: style.fill }),
    ...(style.fontColor === undefined ? {} : { color: style.fontColor }),
    ...(style.bold === true ? { bold: true } : {}),
    ...(style.italic === true ? { italic: true } : {}),
    ...(style.wrap === true ? { wrap: true } : {}),
  }
}
