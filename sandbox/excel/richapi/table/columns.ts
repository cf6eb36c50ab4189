import type { Area } from '../../model/area.ts'
import { readArea, valueAt } from '../../model/read.ts'
import { Refusal } from '../../model/refusal.ts'
import type { TableColumn } from '../../model/state.ts'
import { columnArea, type FoundTable } from '../../model/table.ts'
import { addTableColumn, deleteTableColumn } from '../../model/tables.ts'
import { plain } from '../../model/value.ts'
import { writeValues } from '../../model/write.ts'
import {
  cellsArgument,
  optionalText,
  optionalWhole,
  textArgument,
  wholeArgument,
} from '../arguments.ts'
import type { Session } from '../session.ts'
import { describeClass, needed, type WireObject } from '../wire.ts'
import { filterClass } from './filter.ts'

export interface FoundColumn extends FoundTable {
  readonly column: TableColumn
}

const indexOf = ({ table, column }: FoundColumn): number => {
  const index = table.columns.indexOf(column)
  if (index < 0) throw new Refusal('ItemNotFound')
  return index
}

/** `Excel.TableColumn`. */
const columnClass = (session: Session): ((found: FoundColumn) => WireObject) => {
  const { workbook, objects } = session
  const filter = filterClass(session)
  const whole = (found: FoundColumn): Area => ({
    ...found.table.area,
    column: found.table.area.column + indexOf(found),
    columns: 1,
  })
  return describeClass<FoundColumn>({
    type: 'TableColumn',
    identity: ({ column }) => ({ Id: column.id }),
    check: (found) => {
      indexOf(found)
    },
    scalars: {
      Id: { get: ({ column }) => column.id },
      Index: { get: indexOf },
      Name: {
        get: ({ column }) => column.name,
        set: (found, value) => {
          const area = { ...whole(found), rows: 1 }
          writeValues(workbook, found.sheet, area, textArgument(value))
        },
      },
      Values: {
        get: (found) =>
          readArea(whole(found), (row, column) =>
            plain(valueAt(workbook, found.sheet, row, column)),
          ),
        set: (found, value) => {
          writeValues(workbook, found.sheet, whole(found), cellsArgument(value))
        },
      },
    },
    objects: { Filter: (found) => filter({ ...found, index: indexOf(found) }) },
    paths: {
      GetRange: (found) => objects.range(found.sheet, whole(found)),
      GetHeaderRowRange: (found) => objects.range(found.sheet, { ...whole(found), rows: 1 }),
      GetDataBodyRange: (found) =>
        objects.range(found.sheet, columnArea(found.table, indexOf(found))),
    },
    actions: {
      Delete: (found) => {
        deleteTableColumn(workbook, found, indexOf(found))
      },
    },
  })
}

/** `Excel.TableColumnCollection`. */
export const columnsClass = (session: Session): ((found: FoundTable) => WireObject) => {
  const { workbook } = session
  const column = columnClass(session)
  const get = (found: FoundTable, key: unknown): WireObject | null => {
    const one = found.table.columns.find((known) =>
      typeof key === 'number'
        ? known.id === key
        : known.name.toLowerCase() === textArgument(key).toLowerCase(),
    )
    return one ? column({ ...found, column: one }) : null
  }
  return describeClass<FoundTable>({
    type: 'TableColumnCollection',
    scalars: { Count: { get: ({ table }) => table.columns.length } },
    items: (found) => found.table.columns.map((one) => column({ ...found, column: one })),
    item: (found, key) => needed(get(found, key)),
    paths: {
      GetItem: (found, [key]) => needed(get(found, key)),
      GetItemOrNullObject: (found, [key]) => get(found, key),
      GetItemAt: (found, [index]) => {
        const one = found.table.columns[wholeArgument(index)]
        if (!one) throw new Refusal('InvalidArgument')
        return column({ ...found, column: one })
      },
      Add: (found, [index, values, name]) => {
        const cells = values === null || values === undefined ? null : cellsArgument(values)
        if (cells !== null && !Array.isArray(cells)) throw new Refusal('InvalidArgument')
        const added = addTableColumn(
          workbook,
          found,
          optionalWhole(index) === -1 ? null : optionalWhole(index),
          cells,
          optionalText(name),
        )
        return column({ ...found, column: added })
      },
    },
    actions: { GetCount: ({ table }) => table.columns.length },
  })
}
