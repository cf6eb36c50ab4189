import { setFilter } from '../../model/filter.ts'
import { Refusal } from '../../model/refusal.ts'
import type { Filter } from '../../model/state.ts'
import type { FoundTable } from '../../model/table.ts'
import {
  listArgument,
  optionalText,
  recordArgument,
  textArgument,
  wordArgument,
} from '../arguments.ts'
import type { Session } from '../session.ts'
import { describeClass, notPlayed, type Fields, type WireObject } from '../wire.ts'

export interface FilteredColumn extends FoundTable {
  readonly index: number
}

/** A filter as `Excel.FilterCriteria` describes it, or null. */
export const writeCriteria = (filter: Filter | null): Fields | null => {
  if (!filter) return null
  if (filter.on === 'Values') return { filterOn: 'Values', values: filter.values }
  return {
    filterOn: 'Custom',
    criterion1: filter.criterion1,
    ...(filter.criterion2 === null
      ? {}
      : { criterion2: filter.criterion2, operator: filter.operator }),
  }
}

const valuesFilter = (values: unknown): Filter => ({
  on: 'Values',
  values: listArgument(values).map(textArgument),
})

const customFilter = (criterion1: unknown, criterion2: unknown, operator: unknown): Filter => ({
  on: 'Custom',
  criterion1: textArgument(criterion1),
  criterion2: optionalText(criterion2),
  operator: wordArgument(optionalText(operator) ?? 'And', ['And', 'Or']),
})

/** Reads `Excel.FilterCriteria`; only lists of values and custom filters are played. */
export const readCriteria = (value: unknown): Filter => {
  const given = recordArgument(value)
  if (given['filterOn'] === 'Values') return valuesFilter(given['values'])
  if (given['filterOn'] === 'Custom') {
    return customFilter(given['criterion1'], given['criterion2'], given['operator'])
  }
  throw notPlayed('Filter', `apply with filterOn "${String(given['filterOn'])}"`)
}

/** `Excel.Filter` of a table's column. */
export const filterClass = ({ workbook }: Session): ((column: FilteredColumn) => WireObject) => {
  const set = ({ sheet, table, index }: FilteredColumn, filter: Filter | null): void => {
    if (!table.columns[index]) throw new Refusal('ItemNotFound')
    setFilter(workbook, sheet, table, index, filter)
  }
  return describeClass<FilteredColumn>({
    type: 'Filter',
    scalars: {
      Criteria: { get: ({ table, index }) => writeCriteria(table.columns[index]?.filter ?? null) },
    },
    actions: {
      Apply: (column, [criteria]) => {
        set(column, readCriteria(criteria))
      },
      ApplyValuesFilter: (column, [values]) => {
        set(column, valuesFilter(values))
      },
      ApplyCustomFilter: (column, [criterion1, criterion2, operator]) => {
        set(column, customFilter(criterion1, criterion2, operator))
      },
      Clear: (column) => {
        set(column, null)
      },
    },
  })
}
