import { listedValues, readFilters } from '../grid/filters.ts'
import { locateGrid } from '../grid/grid.ts'
import type { FiltersNow } from '../port.ts'
import type { SessionPlace } from '../session/place.ts'

/** What the grid is filtered by, whoever set it. */
export function readFiltersNow(place: SessionPlace): Promise<FiltersNow> {
  return place.door.run(async (context) => {
    const grid = await locateGrid(context, place)
    const filters = await readFilters(context, grid)
    const status = filters.find(({ column }) => column === grid.columns.get('status'))
    const listed = status ? (listedValues(status.criteria) ?? []) : []
    return { any: grid.filtered, statuses: listed.filter((value) => typeof value === 'string') }
  })
}
