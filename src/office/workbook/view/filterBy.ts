import { rowFields, type RowField, type RowStatus } from '../../../../contract/index.ts'
import { locateGrid, requireColumn, type Grid } from '../grid/grid.ts'
import type { GridFilter } from '../port.ts'
import type { SessionPlace } from '../session/place.ts'

/** The columns that the pane filters by; a new filter of the pane takes its last one off. */
const paneFields: readonly RowField[] = ['status', 'personCode', 'errorCode', 'responseCode']

/** Filters the grid; filters of the user on other columns stay, unless all rows are asked for. */
export function filterBy(place: SessionPlace, filter: GridFilter | null): Promise<void> {
  return place.door.run(async (context) => {
    const grid = await locateGrid(context, place)
    if (filter === null) {
      if (grid.filtered) grid.table.clearFilters()
    } else queueFilter(grid, filter)
    grid.sheet.activate()
    await context.sync()
  })
}

/** Selects all rows of the grid, or filters to one status and selects what is in view. */
export function selectRows(place: SessionPlace, which: 'all' | RowStatus): Promise<void> {
  return place.door.run(async (context) => {
    const grid = await locateGrid(context, place)
    grid.sheet.activate()
    if (which !== 'all') queueFilter(grid, { status: [which] })
    grid.table.getDataBodyRange().select()
    await context.sync()
  })
}

export function showSheet(place: SessionPlace): Promise<void> {
  return place.door.run(async (context) => {
    const grid = await locateGrid(context, place)
    grid.sheet.activate()
    await context.sync()
  })
}

function queueFilter(grid: Grid, filter: GridFilter): void {
  for (const field of paneFields) {
    const column = grid.columns.get(field)
    if (column !== undefined) grid.table.columns.getItemAt(column).filter.clear()
  }
  for (const field of rowFields) {
    const values = filter[field]
    if (!values) continue
    const column = requireColumn(grid, field)
    grid.table.columns.getItemAt(column).filter.applyValuesFilter([...values])
  }
}
