import { formatArea } from '../model/address.ts'
import { intersect, isEntireColumn, isEntireRow, type Area } from '../model/area.ts'
import type { Change } from '../model/change.ts'
import type { Worksheet } from '../model/state.ts'
import { plain, valueType } from '../model/value.ts'
import { EVERYWHERE, EventType } from './registrations.ts'
import type { Session } from './session.ts'
import { sheetEvents } from './sheetevents.ts'
import type { Tell } from './tell.ts'
import type { Fields } from './wire.ts'

export interface ObjectEvent {
  readonly type: number
  readonly target: string
  readonly args: Fields
}

type ChangeOf<K extends Change['kind']> = Extract<Change, { kind: K }>

const insertion = (change: ChangeOf<'inserted' | 'deleted'>): Fields => {
  const rows = change.shift === 'rows'
  const inserted = change.kind === 'inserted'
  const entire = rows ? isEntireRow(change.area) : isEntireColumn(change.area)
  const what = entire ? (rows ? 'Row' : 'Column') : 'Cell'
  const direction = rows ? (inserted ? 'Down' : 'Up') : inserted ? 'Right' : 'Left'
  return {
    changeType: what + (inserted ? 'Inserted' : 'Deleted'),
    shiftDirection: entire ? 'None' : `ShiftCell${direction}`,
  }
}

const edited = (change: ChangeOf<'cells'>): Fields => ({
  changeType: 'RangeEdited',
  shiftDirection: 'None',
  ...(change.detail && {
    valueBefore: plain(change.detail.before),
    valueTypeBefore: valueType(change.detail.before),
    valueAfter: plain(change.detail.after),
    valueTypeAfter: valueType(change.detail.after),
  }),
})

const tellChanged = (
  session: Session,
  tell: Tell,
  { sheet, area }: { readonly sheet: Worksheet; readonly area: Area },
  fields: () => Fields,
): void => {
  const common = (): Fields => ({
    address: formatArea(area),
    ...fields(),
    source: 'Local',
    triggerSource: session.workbook.origin === 'addin' ? 'ThisLocalAddin' : 'Unknown',
    worksheetId: sheet.id,
    referenceId: session.keepForEvent(session.objects.range(sheet, area)),
  })
  tell(EventType.dataChanged, [sheet.id, EVERYWHERE], common)
  for (const table of sheet.tables) {
    if (!intersect(table.area, area)) continue
    const targets = [table.id, sheet.id, EVERYWHERE]
    tell(EventType.tableDataChanged, targets, () => ({ ...common(), tableId: table.id }))
  }
}

const tellSelection = (tell: Tell, sheet: Worksheet): void => {
  const address = sheet.selection.map((area) => formatArea(area)).join(',')
  const worksheetId = sheet.id
  tell(EventType.selectionChanged, [sheet.id, EVERYWHERE], () => ({ address, worksheetId }))
  for (const table of sheet.tables) {
    const isInsideTable = sheet.selection.some((one) => intersect(one, table.area))
    tell(EventType.tableSelectionChanged, [table.id], () => ({
      address: isInsideTable ? address : '',
      isInsideTable,
      tableId: table.id,
      worksheetId,
    }))
  }
}

const tellPlaced = (
  tell: Tell,
  type: number,
  { sheet, area }: { readonly sheet: Worksheet; readonly area: Area },
  more: Fields = {},
): void => {
  tell(type, [sheet.id, EVERYWHERE], () => ({
    address: formatArea(area),
    source: 'Local',
    worksheetId: sheet.id,
    ...more,
  }))
}

/** A filter tells of the rows it hides and shows, as hiding by hand does. */
const tellFiltered = (tell: Tell, { sheet, hidden, shown }: ChangeOf<'filtered'>): void => {
  for (const [changeType, areas] of [
    ['Hidden', hidden],
    ['Unhidden', shown],
  ] as const) {
    if (areas.length === 0) continue
    tell(EventType.rowHiddenChanged, [sheet.id, EVERYWHERE], () => ({
      address: areas.map((area) => formatArea(area)).join(','),
      source: 'Local',
      worksheetId: sheet.id,
      changeType,
    }))
  }
}

/** The events that a change makes, of those the add-in wants (protocol notes, section 9). */
export const eventsOf = (
  session: Session,
  change: Change,
  isWanted: (type: number, target: string) => boolean,
): ObjectEvent[] => {
  const events: ObjectEvent[] = []
  const tell: Tell = (type, targets, args) => {
    const wanting = targets.filter((target) => isWanted(type, target))
    if (wanting.length === 0) return
    const fields = args()
    for (const target of wanting) events.push({ type, target, args: fields })
  }
  switch (change.kind) {
    case 'cells':
      tellChanged(session, tell, change, () => edited(change))
      break
    case 'inserted':
    case 'deleted':
      tellChanged(session, tell, change, () => insertion(change))
      break
    case 'format':
      tellPlaced(tell, EventType.formatChanged, change)
      break
    case 'hidden':
      if (isEntireRow(change.area)) {
        const changeType = change.hidden ? 'Hidden' : 'Unhidden'
        tellPlaced(tell, EventType.rowHiddenChanged, change, { changeType })
      }
      break
    case 'filtered':
      tellFiltered(tell, change)
      break
    case 'sorted':
      tellPlaced(tell, EventType.rowSorted, change)
      break
    case 'selection':
      tellSelection(tell, change.sheet)
      break
    default:
      sheetEvents(session.workbook, change, tell)
  }
  return events
}
