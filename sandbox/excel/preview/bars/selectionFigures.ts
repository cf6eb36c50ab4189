import { lastRow } from '../../model/area.ts'
import type { Run, TableView } from '../../model/protocol.ts'

export interface SelectionFigures {
  /** Cells that hold something. */
  readonly count: number
  readonly sum: number | null
  readonly average: number | null
}

/** Count of the cells that hold something; sum and average of the numbers among them. */
export function selectionFigures(
  values: readonly (readonly (string | number | boolean)[])[],
): SelectionFigures {
  let count = 0
  let numbers = 0
  let sum = 0
  for (const row of values) {
    for (const value of row) {
      if (value === '') continue
      count += 1
      if (typeof value !== 'number') continue
      numbers += 1
      sum += value
    }
  }
  return numbers === 0
    ? { count, sum: null, average: null }
    : { count, sum, average: sum / numbers }
}

/** How many records of a filtered table are shown; null when no filter is on. */
export function recordsFound(
  table: TableView,
  hiddenRows: readonly Run[],
): { found: number; all: number } | null {
  if (!table.columns.some(({ filtered }) => filtered)) return null
  const first = table.area.row + 1
  const end = lastRow(table.area) + 1
  const hidden = hiddenRows.reduce((sum, [start, count]) => {
    const shared = Math.min(start + count, end) - Math.max(start, first)
    return sum + Math.max(shared, 0)
  }, 0)
  return { found: end - first - hidden, all: end - first }
}
