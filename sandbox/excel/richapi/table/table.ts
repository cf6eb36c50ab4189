import { notify } from '../../model/notify.ts'
import { applyFilters, clearFilters } from '../../model/filter.ts'
import { Refusal } from '../../model/refusal.ts'
import type { Table } from '../../model/state.ts'
import { bodyArea, headerArea, type FoundTable } from '../../model/table.ts'
import { convertToRange, deleteTable, renameTable, resizeTable } from '../../model/tables.ts'
import { textArgument, truthArgument } from '../arguments.ts'
import { rangeArgument } from '../range/place.ts'
import { eventActions, EventType } from '../registrations.ts'
import type { Session } from '../session.ts'
import { describeClass, type Scalar, type WireObject } from '../wire.ts'

type Look =
  | 'showBandedRows'
  | 'showBandedColumns'
  | 'showFilterButton'
  | 'highlightFirstColumn'
  | 'highlightLastColumn'

/** `Excel.Table`. */
export const tableClass = (session: Session): ((found: FoundTable) => WireObject) => {
  const { workbook, objects } = session

  const look = (name: Look): Scalar<FoundTable> => ({
    get: ({ table }) => table[name],
    set: ({ sheet, table }, value) => {
      table[name] = truthArgument(value)
      notify(workbook, { kind: 'layout', sheet })
    },
  })
  const headed = (table: Table): void => {
    if (!table.showHeaders) throw new Refusal('InvalidOperation')
  }

  return describeClass<FoundTable>({
    type: 'Table',
    identity: ({ table }) => ({ Id: table.id }),
    check: ({ sheet, table }) => {
      if (!sheet.tables.includes(table) || !workbook.sheets.includes(sheet)) {
        throw new Refusal('ItemNotFound')
      }
    },
    scalars: {
      Id: { get: ({ table }) => table.id },
      Name: {
        get: ({ table }) => table.name,
        set: ({ table }, value) => {
          renameTable(workbook, table, textArgument(value))
        },
      },
      Style: {
        get: ({ table }) => table.style,
        set: ({ sheet, table }, value) => {
          table.style = textArgument(value)
          notify(workbook, { kind: 'layout', sheet })
        },
      },
      ShowHeaders: { get: ({ table }) => table.showHeaders },
      ShowTotals: { get: ({ table }) => table.showTotals },
      ShowBandedRows: look('showBandedRows'),
      ShowBandedColumns: look('showBandedColumns'),
      ShowFilterButton: look('showFilterButton'),
      HighlightFirstColumn: look('highlightFirstColumn'),
      HighlightLastColumn: look('highlightLastColumn'),
      LegacyId: { get: ({ table }) => String(parseInt(table.id.slice(5, 9), 16)) },
    },
    objects: {
      Columns: (found) => objects.columns(found),
      Rows: (found) => objects.rows(found),
      AutoFilter: (found) => objects.tableAutoFilter(found),
      Sort: ({ sheet, table }) => objects.tableSort(sheet, table),
      Worksheet: ({ sheet }) => objects.worksheet(sheet),
    },
    paths: {
      GetRange: ({ sheet, table }) => objects.range(sheet, table.area),
      GetHeaderRowRange: ({ sheet, table }) => {
        headed(table)
        return objects.range(sheet, headerArea(table))
      },
      GetDataBodyRange: ({ sheet, table }) => objects.range(sheet, bodyArea(table)),
      ConvertToRange: (found) => objects.range(found.sheet, convertToRange(workbook, found)),
    },
    actions: {
      ClearFilters: ({ sheet, table }) => {
        clearFilters(workbook, sheet, table)
      },
      ReapplyFilters: ({ sheet, table }) => {
        applyFilters(workbook, sheet, table)
      },
      Delete: (found) => {
        deleteTable(workbook, found)
      },
      Resize: (found, args) => {
        const place = rangeArgument(workbook, found.sheet, args, 0)
        if (place.sheet !== found.sheet) throw new Refusal('InvalidArgument')
        resizeTable(workbook, found, place.area)
      },
      ...eventActions<FoundTable>(
        session,
        {
          DataChangedEvent: EventType.tableDataChanged,
          SelectionChangedEvent: EventType.tableSelectionChanged,
        },
        ({ table }) => table.id,
      ),
    },
  })
}
