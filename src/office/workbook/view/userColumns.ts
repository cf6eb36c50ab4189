import { gridColumns } from '../../../../contract/index.ts'
import { locateGrid } from '../grid/grid.ts'
import type { SessionPlace } from '../session/place.ts'

const ours = new Set(gridColumns.map(({ heading }) => heading))

/** Headings that are not ours: columns added to the grid, and first cells of columns beside it. */
export function readUserColumns(place: SessionPlace): Promise<readonly string[]> {
  return place.door.run(async (context) => {
    const grid = await locateGrid(context, place)
    const used = grid.sheet.getUsedRange(true)
    used.load('columnIndex,columnCount')
    await context.sync()
    const columns = used.columnIndex + used.columnCount
    const top = grid.sheet.getRangeByIndexes(grid.headerRow, 0, 1, columns)
    top.load('values,text')
    await context.sync()
    const end = grid.firstColumn + grid.headings.length
    const inside = grid.headings.filter((heading) => !ours.has(heading))
    const beside = (top.text[0] ?? [])
      .map((heading, at) => (heading === '' ? `Column ${String(at + 1)}` : heading))
      .filter((_, at) => at < grid.firstColumn || at >= end)
    return [...inside, ...beside]
  })
}
