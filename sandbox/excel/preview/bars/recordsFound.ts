import { lastRow } from '../../model/area.ts'
import type { Run, TableView } from '../../model/protocol.ts'

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
