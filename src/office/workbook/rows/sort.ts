import type { RowField } from '../../../../contract/index.ts'
import { readFilters, withFiltersOff } from '../grid/filters.ts'
import { locateGrid, rowCount, type Grid } from '../grid/grid.ts'
import type { SessionPlace } from '../session/place.ts'

const sortFields: readonly RowField[] = ['surname', 'firstName', 'personCode']

/**
 * Sorts the grid by Surname, First Name, Person Code, unless the user has sorted by something else. The
 * filters are off meanwhile, for Excel sorts only the rows in view.
 */
export function sortGrid(place: SessionPlace): Promise<void> {
  return place.door.run(async (context) => {
    const grid = await locateGrid(context, place)
    if (rowCount(grid) < 2) return
    const { sort } = grid.table
    sort.load('fields')
    await context.sync()
    const ours = ourSort(grid)
    if (ours.length === 0 || !onlyOurs(sort.fields, ours)) return
    const filters = await readFilters(context, grid)
    withFiltersOff(grid, filters, () => {
      sort.apply(ours)
    })
    await context.sync()
  })
}

function ourSort(grid: Grid): Excel.SortField[] {
  return sortFields.flatMap((field) => {
    const key = grid.columns.get(field)
    return key === undefined ? [] : [{ key, ascending: true }]
  })
}

/** No sort yet, or the one of an earlier run. */
function onlyOurs(now: readonly Excel.SortField[], ours: readonly Excel.SortField[]): boolean {
  if (now.length === 0) return true
  return (
    now.length === ours.length &&
    now.every((field, at) => field.key === ours[at]?.key && field.ascending !== false)
  )
}
