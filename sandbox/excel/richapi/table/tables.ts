import { Refusal } from '../../model/refusal.ts'
import type { Worksheet } from '../../model/state.ts'
import { findTable, type FoundTable } from '../../model/table.ts'
import { addTable } from '../../model/tables.ts'
import { textArgument, truthArgument, wholeArgument } from '../arguments.ts'
import { rangeArgument } from '../range/place.ts'
import { EVERYWHERE, eventActions, EventType } from '../registrations.ts'
import type { Session } from '../session.ts'
import { describeClass, needed, type WireObject } from '../wire.ts'

/** `Excel.TableCollection`, of a worksheet or (null) of the whole workbook. */
export const tablesClass = (session: Session): ((sheet: Worksheet | null) => WireObject) => {
  const { workbook, objects } = session
  const all = (sheet: Worksheet | null): FoundTable[] =>
    workbook.sheets
      .filter((one) => sheet === null || one === sheet)
      .flatMap((one) => one.tables.map((table) => ({ sheet: one, table })))
  const get = (sheet: Worksheet | null, key: unknown): WireObject | null => {
    const found = findTable(workbook, textArgument(key))
    return found && (sheet === null || found.sheet === sheet) ? objects.table(found) : null
  }
  return describeClass<Worksheet | null>({
    type: 'TableCollection',
    scalars: { Count: { get: (sheet) => all(sheet).length } },
    items: (sheet) => all(sheet).map((found) => objects.table(found)),
    item: (sheet, key) => needed(get(sheet, key)),
    paths: {
      Add: (sheet, args) => {
        const place = rangeArgument(workbook, sheet ?? workbook.activeSheet, args, 0)
        const table = addTable(workbook, place.sheet, place.area, truthArgument(args[1]))
        return objects.table({ sheet: place.sheet, table })
      },
      GetItem: (sheet, [key]) => needed(get(sheet, key)),
      GetItemOrNullObject: (sheet, [key]) => get(sheet, key),
      GetItemAt: (sheet, [index]) => {
        const found = all(sheet)[wholeArgument(index)]
        if (!found) throw new Refusal('InvalidArgument')
        return objects.table(found)
      },
      GetFirst: (sheet) => {
        const [found] = all(sheet)
        return needed(found ? objects.table(found) : null)
      },
    },
    actions: {
      GetCount: (sheet) => all(sheet).length,
      ...eventActions<Worksheet | null>(
        session,
        {
          DataChangedEvent: EventType.tableDataChanged,
          AddedEvent: EventType.tableAdded,
          DeletedEvent: EventType.tableDeleted,
        },
        (sheet) => sheet?.id ?? EVERYWHERE,
      ),
    },
  })
}
