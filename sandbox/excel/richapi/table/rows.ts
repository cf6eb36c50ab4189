import type { Area } from '../../model/area.ts'
import { readArea, valueAt } from '../../model/read.ts'
import { Refusal } from '../../model/refusal.ts'
import { bodyArea, type FoundTable } from '../../model/table.ts'
import { addTableRows, deleteTableRow } from '../../model/tables.ts'
import { plain } from '../../model/value.ts'
import { writeValues } from '../../model/write.ts'
import { cellsArgument, optionalWhole, wholeArgument } from '../arguments.ts'
import type { Session } from '../session.ts'
import { describeClass, type WireObject } from '../wire.ts'

interface FoundRow extends FoundTable {
  readonly index: number
}

const areaOfRow = ({ table, index }: FoundRow): Area => {
  const body = bodyArea(table)
  return { ...body, row: body.row + index, rows: 1 }
}

/** `Excel.TableRow`. */
const rowClass = ({ workbook, objects }: Session): ((row: FoundRow) => WireObject) =>
  describeClass<FoundRow>({
    type: 'TableRow',
    identity: ({ index }) => ({ _Index: index }),
    check: ({ table, index }) => {
      if (index < 0 || index >= bodyArea(table).rows) throw new Refusal('ItemNotFound')
    },
    scalars: {
      Index: { get: ({ index }) => index },
      Values: {
        get: (row) =>
          readArea(areaOfRow(row), (at, column) => plain(valueAt(workbook, row.sheet, at, column))),
        set: (row, value) => {
          writeValues(workbook, row.sheet, areaOfRow(row), cellsArgument(value))
        },
      },
    },
    paths: { GetRange: (row) => objects.range(row.sheet, areaOfRow(row)) },
    actions: {
      Delete: (row) => {
        deleteTableRow(workbook, row, row.index)
      },
    },
  })

/** `Excel.TableRowCollection`. */
export const rowsClass = (session: Session): ((found: FoundTable) => WireObject) => {
  const { workbook } = session
  const row = rowClass(session)
  const at = (found: FoundTable, index: unknown): WireObject => {
    const wanted = wholeArgument(index)
    if (wanted < 0 || wanted >= bodyArea(found.table).rows) throw new Refusal('InvalidArgument')
    return row({ ...found, index: wanted })
  }
  return describeClass<FoundTable>({
    type: 'TableRowCollection',
    scalars: { Count: { get: ({ table }) => bodyArea(table).rows } },
    items: (found) =>
      Array.from({ length: bodyArea(found.table).rows }, (_, index) => row({ ...found, index })),
    paths: {
      GetItemAt: (found, [index]) => at(found, index),
      Add: (found, [index, values]) => {
        const cells = cellsArgument(values ?? [found.table.columns.map(() => '')])
        if (!Array.isArray(cells)) throw new Refusal('InvalidArgument')
        const wanted = optionalWhole(index)
        const first = wanted === null || wanted === -1 ? bodyArea(found.table).rows : wanted
        addTableRows(workbook, found, first, cells)
        return row({ ...found, index: first })
      },
    },
    actions: {
      GetCount: ({ table }) => bodyArea(table).rows,
      DeleteRowsAt: (found, [index, count]) => {
        const first = wholeArgument(index)
        for (let left = optionalWhole(count) ?? 1; left > 0; left -= 1) {
          deleteTableRow(workbook, found, first)
        }
      },
    },
  })
}
