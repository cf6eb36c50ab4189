import { gridColumns } from '../../../../contract/index.ts'
import { isInFront, locateGrid, rowCount } from '../grid/grid.ts'
import { readRows, textOf } from '../grid/read.ts'
import type { RowInHand } from '../port.ts'
import type { SessionPlace } from '../session/place.ts'

const shown = gridColumns.map(({ key }) => key).filter((key) => key !== 'rowKey')

/** The grid row that the cursor stands in. */
export function readRowInHand(place: SessionPlace): Promise<RowInHand | null> {
  return place.door.run(async (context) => {
    if (!(await isInFront(context, place))) return null
    const grid = await locateGrid(context, place)
    const cell = context.workbook.getActiveCell()
    cell.load('rowIndex')
    await context.sync()
    const position = cell.rowIndex - grid.headerRow - 1
    if (position < 0 || position >= rowCount(grid)) return null
    const run = { from: position, to: position + 1 }
    const [row] = await readRows(context, grid, shown, place.dateSystem, [run])
    const [key] = await readRows(context, grid, ['rowKey'], place.dateSystem, [run])
    if (!row || !key) return null
    return { position, rowKey: textOf(key, 'rowKey'), values: row.values }
  })
}
