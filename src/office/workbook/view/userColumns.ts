import { isOurs, locateGrid } from '../grid/grid.ts'
import type { SessionPlace } from '../session/place.ts'

/** Headings that are not ours: columns added to the grid, and columns beside it that hold anything. */
export function readUserColumns(place: SessionPlace): Promise<readonly string[]> {
  return place.door.run(async (context) => {
    const grid = await locateGrid(context, place)
    const used = grid.sheet.getUsedRange(true)
    used.load('rowIndex,rowCount,columnIndex,columnCount')
    await context.sync()
    const columns = used.columnIndex + used.columnCount
    const rows = used.rowIndex + used.rowCount
    const end = grid.firstColumn + grid.headings.length
    const beside = Array.from({ length: columns }, (_, at) => at)
      .filter((at) => at < grid.firstColumn || at >= end)
      .map((at) => {
        const heading = grid.sheet.getRangeByIndexes(grid.headerRow, at, 1, 1)
        heading.load('text')
        const cells = grid.sheet.getRangeByIndexes(0, at, rows, 1).getUsedRangeOrNullObject(true)
        cells.load('address')
        return { at, heading, cells }
      })
    await context.sync()
    return [
      ...grid.headings.filter((_, at) => !isOurs(grid, at)),
      ...beside
        .filter(({ cells }) => !cells.isNullObject)
        .map(({ at, heading }) => (heading.text[0]?.[0] ?? '') || `Column ${String(at + 1)}`),
    ]
  })
}
