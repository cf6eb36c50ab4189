import { rowStatuses, type RowStatus } from '../../../../contract/index.ts'

/** A quiet fill with a dark text of its own, so that both read alike under a dark theme. */
interface Tint {
  readonly fill: string
  readonly font: string
}

const good: Tint = { fill: '#E3F1E5', font: '#1E4D2B' }
const change: Tint = { fill: '#E1ECF7', font: '#1B3F63' }
const quiet: Tint = { fill: '#EEEEEE', font: '#444444' }
const ask: Tint = { fill: '#FBF0D3', font: '#5C4300' }
const trouble: Tint = { fill: '#F8E1E0', font: '#7A1F1A' }

const tints: Record<RowStatus, Tint> = {
  New: good,
  Inserted: good,
  Changed: change,
  Updated: change,
  Restored: change,
  Same: quiet,
  Unchanged: quiet,
  None: quiet,
  Skipped: quiet,
  Review: ask,
  Problem: trouble,
  Failed: trouble,
}

const sheetRows = 1_048_576

/**
 * Queues one conditional format a status over its whole column of the sheet: rows come and go, and the
 * status is always said in words too.
 */
export function queueTints(sheet: Excel.Worksheet, column: number): void {
  const cells = sheet.getRangeByIndexes(1, column, sheetRows - 1, 1)
  for (const status of rowStatuses) {
    const { cellValue } = cells.conditionalFormats.add('CellValue')
    cellValue.format.fill.color = tints[status].fill
    cellValue.format.font.color = tints[status].font
    cellValue.rule = { formula1: `="${status}"`, operator: 'EqualTo' }
  }
}
