import { formatAt, styleAt } from '../cells.ts'
import { displayText } from '../numberformat.ts'
import type { CellView } from '../protocol.ts'
import { valueAt } from '../read.ts'
import type { Workbook } from '../book.ts'
import type { Worksheet } from '../state.ts'
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

/** What a table lends to a cell: its heading's look, or every other row's. `drawn` counts rows in sight. */
const lent = (
  sheet: Worksheet,
  row: number,
  column: number,
  drawn: (row: number) => number,
): Style => {
  for (const table of sheet.tables) {
    const { area } = table
    const inside =
      row >= area.row &&
      row < area.row + area.rows &&
      column >= area.column &&
      column < area.column + area.columns
    if (!inside) continue
    const { header, band } = tableStyle(table.style)
    if (table.showHeaders && row === area.row) return header
    const first = drawn(area.row + (table.showHeaders ? 1 : 0))
    return table.showBandedRows && (drawn(row) - first) % 2 === 0 ? band : PLAIN
  }
  return PLAIN
}

/** A cell as it is drawn, or null when there is nothing to draw. */
export const cellView = (
  workbook: Workbook,
  sheet: Worksheet,
  row: number,
  column: number,
  drawn: (row: number) => number,
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
