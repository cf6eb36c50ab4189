import { gridColumns, lastFrozenHeading, sessionTableName } from '../../../../contract/index.ts'
import { formatOf } from '../cells/cell.ts'
import type { DateSystem } from '../cells/dateSerial.ts'
import { queueTints } from './tints.ts'

/** Points of a column this many characters wide, in Excel's standard font with its margins. */
function points(characters: number): number {
  return (characters * 7 + 5) * 0.75
}

const columnCount = gridColumns.length
const frozenColumns = gridColumns.findIndex(({ heading }) => heading === lastFrozenHeading) + 1

/** Queues an empty grid on an empty worksheet: headings, table, widths, hidden and frozen columns, tints. */
export function queueGrid(sheet: Excel.Worksheet, tableNameFree: boolean): Excel.Table {
  const header = sheet.getRangeByIndexes(0, 0, 1, columnCount)
  header.numberFormat = [['@']]
  header.values = [gridColumns.map(({ heading }) => heading)]
  const table = sheet.tables.add(sheet.getRangeByIndexes(0, 0, 2, columnCount), true)
  if (tableNameFree) table.name = sessionTableName
  table.style = 'TableStyleLight1'
  // The status tints carry the eye; bands of grey under them would be noise.
  table.showBandedRows = false
  gridColumns.forEach((column, at) => {
    const cells = sheet.getRangeByIndexes(0, at, 2, 1)
    cells.format.columnWidth = points(column.width)
    sheet.getRangeByIndexes(1, at, 1, 1).numberFormat = [[formatOf(column)]]
    if (column.hidden) cells.columnHidden = true
  })
  sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, 1, frozenColumns))
  queueTints(
    sheet,
    gridColumns.findIndex(({ key }) => key === 'status'),
  )
  return table
}

/** Asks Excel how it counts days in this workbook, by a cell of an empty sheet. */
export async function probeDateSystem(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
): Promise<DateSystem> {
  const cell = sheet.getRangeByIndexes(0, 0, 1, 1)
  cell.numberFormat = [['yyyy-mm-dd']]
  cell.values = [[366]]
  cell.load('text')
  cell.clear()
  await context.sync()
  return String(cell.text[0]?.[0]).startsWith('1905') ? 1904 : 1900
}
