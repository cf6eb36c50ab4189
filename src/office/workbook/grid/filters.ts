import type { Grid } from './grid.ts'

/** The filter of one column, by its position in the table. */
export interface ColumnFilter {
  readonly column: number
  readonly criteria: Excel.FilterCriteria
}

/** What the user filters by now; no sync when nothing is filtered. */
export async function readFilters(
  context: Excel.RequestContext,
  grid: Grid,
): Promise<readonly ColumnFilter[]> {
  if (!grid.filtered) return []
  const filters = grid.headings.map((_, at) => grid.table.columns.getItemAt(at).filter)
  filters.forEach((filter) => {
    filter.load('criteria')
  })
  await context.sync()
  return filters.flatMap(({ criteria }, column) => {
    const said = withoutNulls(criteria)
    return said ? [{ column, criteria: said }] : []
  })
}

/**
 * Queues work on the grid with its filters off, and the filters on again after it, all in one sync: a
 * value written into a filtered range lands in other rows than meant (docs/decisions/0020).
 */
export function withFiltersOff(
  grid: Grid,
  filters: readonly ColumnFilter[],
  work: () => void,
): void {
  if (filters.length > 0) grid.table.clearFilters()
  work()
  for (const { column, criteria } of filters) {
    grid.table.columns.getItemAt(column).filter.apply(criteria)
  }
}

/** Filters that also show rows whose status just became one of these, so that they stay in view. */
export function alsoShowing(
  filters: readonly ColumnFilter[],
  column: number | undefined,
  values: Iterable<string>,
): readonly ColumnFilter[] {
  return filters.map((filter) => {
    const { criteria } = filter
    if (filter.column !== column || criteria.filterOn !== 'Values') return filter
    const shown = new Set<string | Excel.FilterDatetime>([...(criteria.values ?? []), ...values])
    return { column, criteria: { ...criteria, values: [...shown] } }
  })
}

/** Criteria as Excel gives them back name every property, the unused ones null. */
function withoutNulls(criteria: Excel.FilterCriteria | null): Excel.FilterCriteria | null {
  if (!criteria?.filterOn) return null
  return {
    filterOn: criteria.filterOn,
    color: criteria.color ?? undefined,
    criterion1: criteria.criterion1 ?? undefined,
    criterion2: criteria.criterion2 ?? undefined,
    dynamicCriteria: criteria.dynamicCriteria ?? undefined,
    icon: criteria.icon ?? undefined,
    operator: criteria.operator ?? undefined,
    subField: criteria.subField ?? undefined,
    values: criteria.values ?? undefined,
  }
}
