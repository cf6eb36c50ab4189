import { addSheet, findSheet } from '../model/sheets.ts'
import type { Workbook } from '../model/book.ts'
import type { Worksheet } from '../model/state.ts'
import { optionalText, optionalTruth, textArgument } from './arguments.ts'
import { EVERYWHERE, eventActions, EventType } from './registrations.ts'
import type { Session } from './session.ts'
import { describeClass, needed, type WireObject } from './wire.ts'

const shown = (workbook: Workbook, visibleOnly: unknown): Worksheet[] =>
  optionalTruth(visibleOnly, false)
    ? workbook.sheets.filter((sheet) => sheet.visibility === 'Visible')
    : workbook.sheets

/** `Excel.WorksheetCollection`. */
export const worksheetsClass = (session: Session): (() => WireObject) => {
  const { workbook, objects } = session
  const get = (key: unknown): WireObject | null => {
    const sheet = findSheet(workbook, textArgument(key))
    return sheet && objects.worksheet(sheet)
  }
  const object = (sheet: Worksheet | undefined): WireObject | null =>
    sheet ? objects.worksheet(sheet) : null
  const collection = describeClass<null>({
    type: 'WorksheetCollection',
    items: () => workbook.sheets.map((sheet) => objects.worksheet(sheet)),
    item: (_, key) => needed(get(key)),
    paths: {
      Add: (_, [name]) => objects.worksheet(addSheet(workbook, optionalText(name))),
      GetActiveWorksheet: () => objects.worksheet(workbook.activeSheet),
      GetItem: (_, [key]) => needed(get(key)),
      GetItemOrNullObject: (_, [key]) => get(key),
      GetFirst: (_, [visibleOnly]) => needed(object(shown(workbook, visibleOnly)[0])),
      GetLast: (_, [visibleOnly]) => needed(object(shown(workbook, visibleOnly).at(-1))),
    },
    actions: {
      GetCount: (_, [visibleOnly]) => shown(workbook, visibleOnly).length,
      ...eventActions<null>(
        session,
        {
          DataChangedEvent: EventType.dataChanged,
          ActivatedEvent: EventType.activated,
          DeactivatedEvent: EventType.deactivated,
          AddedEvent: EventType.added,
          DeletedEvent: EventType.deleted,
          SelectionChangedEvent: EventType.selectionChanged,
          FormatChangedEvent: EventType.formatChanged,
          RowSortedEvent: EventType.rowSorted,
          RowHiddenChangedEvent: EventType.rowHiddenChanged,
          EventNameChanged: EventType.nameChanged,
          EventVisibilityChanged: EventType.visibilityChanged,
          EventMoved: EventType.moved,
        },
        () => EVERYWHERE,
      ),
    },
  })
  return () => collection(null)
}
