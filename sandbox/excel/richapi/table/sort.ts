import type { Area } from '../../model/area.ts'
import { Refusal } from '../../model/refusal.ts'
import { sortArea, sortTable } from '../../model/sort.ts'
import type { Place, SortField, Table, Worksheet } from '../../model/state.ts'
import { listArgument, optionalTruth, recordArgument, wholeArgument } from '../arguments.ts'
import { areaOf } from '../range/place.ts'
import type { Session } from '../session.ts'
import { describeClass, notPlayed, type WireObject } from '../wire.ts'

const readFields = (value: unknown): SortField[] =>
  listArgument(value).map((one) => {
    const field = recordArgument(one)
    const on = field['sortOn'] ?? 'Value'
    if (on !== 'Value') throw notPlayed('SortField', `sortOn "${String(on)}"`)
    return {
      key: wholeArgument(field['key']),
      ascending: optionalTruth(field['ascending'], true),
    }
  })

export interface SortedTable {
  readonly sheet: Worksheet
  readonly table: Table
}

/** `Excel.TableSort`. */
export const tableSortClass = ({ workbook }: Session): ((of: SortedTable) => WireObject) =>
  describeClass<SortedTable>({
    type: 'TableSort',
    scalars: {
      Fields: { get: ({ table }) => table.sort?.fields ?? [] },
      MatchCase: { get: ({ table }) => table.sort?.matchCase ?? false },
      Method: { get: () => 'PinYin' },
    },
    actions: {
      Apply: ({ sheet, table }, [fields, matchCase]) => {
        sortTable(workbook, sheet, table, readFields(fields), optionalTruth(matchCase, false))
      },
      Clear: ({ table }) => {
        table.sort = null
      },
      Reapply: ({ sheet, table }) => {
        if (!table.sort) throw new Refusal('InvalidOperation')
        sortTable(workbook, sheet, table, table.sort.fields, table.sort.matchCase)
      },
    },
  })

/** `Excel.RangeSort`, by rows. */
export const rangeSortClass = ({ workbook }: Session): ((place: Place) => WireObject) =>
  describeClass<Place>({
    type: 'RangeSort',
    actions: {
      Apply: (place, [fields, matchCase, hasHeaders, orientation]) => {
        if ((orientation ?? 'Rows') !== 'Rows') throw notPlayed('RangeSort', 'apply by columns')
        const area = areaOf(place)
        const headed = optionalTruth(hasHeaders, false)
        const body: Area = headed ? { ...area, row: area.row + 1, rows: area.rows - 1 } : area
        const sort = readFields(fields)
        sortArea(workbook, place.sheet, body, sort, optionalTruth(matchCase, false))
      },
    },
  })
