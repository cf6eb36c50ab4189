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

const wildcard = /[*?~]/

/**
 * The values that a filter by list lets through, null for any other filter. One or two values may come
 * back as a custom filter, `=New` or `=Changed`: that is how Excel keeps them.
 */
export function listedValues(
  criteria: Excel.FilterCriteria,
): readonly (string | Excel.FilterDatetime)[] | null {
  if (criteria.filterOn === 'Values') return criteria.values ?? []
  const { criterion1, criterion2, operator } = criteria
  if (criteria.filterOn !== 'Custom' || (criterion2 && operator !== 'Or')) return null
  const said = [criterion1, criterion2].filter((one) => one !== undefined && one !== '')
  return said.length > 0 && said.every((one) => one?.startsWith('=') && !wildcard.test(one))
    ? said.map((one) => one?.slice(1) ?? '')
    : null
}

/** Filters that also show rows whose status just became one of these, so that they stay in view. */
export function alsoShowing(
  filters: readonly ColumnFilter[],
  column: number | undefined,
  values: Iterable<string>,
): readonly ColumnFilter[] {
  return filters.map((filter) => {
    const listed = filter.column === column ? listedValues(filter.criteria) : null
    if (!listed || column === undefined) return filter
    const shown = new Set<string | Excel.FilterDatetime>([...listed, ...values])
    return { column, criteria: { filterOn: 'Values', values: [...shown] } }
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
