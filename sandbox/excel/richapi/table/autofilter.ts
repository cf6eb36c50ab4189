import { applyFilters, clearFilters, setFilter } from '../../model/filter.ts'
import type { FoundTable } from '../../model/table.ts'
import { optionalWhole } from '../arguments.ts'
import type { Session } from '../session.ts'
import { describeClass, type WireObject } from '../wire.ts'
import { readCriteria, writeCriteria } from './filter.ts'

/** `Excel.AutoFilter` of a table. That of a worksheet is not played. */
export const autoFilterClass = ({
  workbook,
  objects,
}: Session): ((found: FoundTable) => WireObject) =>
  describeClass<FoundTable>({
    type: 'AutoFilter',
    scalars: {
      Enabled: { get: ({ table }) => table.showFilterButton },
      IsDataFiltered: { get: ({ table }) => table.columns.some((column) => column.filter) },
      Criteria: { get: ({ table }) => table.columns.map(({ filter }) => writeCriteria(filter)) },
    },
    paths: {
      GetRange: ({ sheet, table }) => objects.range(sheet, table.area),
      GetRangeOrNullObject: ({ sheet, table }) => objects.range(sheet, table.area),
    },
    actions: {
      Apply: ({ sheet, table }, [, index, criteria]) => {
        const column = optionalWhole(index)
        if (column === null) return
        const filter = criteria === null || criteria === undefined ? null : readCriteria(criteria)
        setFilter(workbook, sheet, table, column, filter)
      },
      ClearCriteria: ({ sheet, table }) => {
        clearFilters(workbook, sheet, table)
      },
      Reapply: ({ sheet, table }) => {
        applyFilters(workbook, sheet, table)
      },
    },
  })
