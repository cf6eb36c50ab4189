import { formatArea } from '../model/address.ts'
import { intersect, isEntireColumn, isEntireRow, type Area } from '../model/area.ts'
import type { Change } from '../model/change.ts'
import type { Worksheet } from '../model/state.ts'
import { plain, valueType } from '../model/value.ts'
import { EVERYWHERE, EventType } from './registrations.ts'
import type { Session } from './session.ts'
import type { Fields } from './wire.ts'

export interface ObjectEvent {
  readonly type: number
  readonly target: string
  readonly args: Fields
}

type IsWanted = (type: number, target: string) => boolean

const insertion = (change: Extract<Change, { kind: 'inserted' | 'deleted' }>): Fields => {
  const entire = change.shift === 'rows' ? isEntireRow(change.area) : isEntireColumn(change.area)
  const what = entire ? (change.shift === 'rows' ? 'Row' : 'Column') : 'Cell'
  const inserted = change.kind === 'inserted'
  const direction =
    change.shift === 'rows' ? (inserted ? 'Down' : 'Up') : inserted ? 'Right' : 'Left'
  return {
    changeType: what + (inserted ? 'Inserted' : 'Deleted'),
    shiftDirection: entire ? 'None' : `ShiftCell${direction}`,
  }
}

const edited = (change: Extract<Change, { kind: 'cells' }>): Fields => ({
  changeType: 'RangeEdited',
  shiftDirection: 'None',
  ...(change.detail && {
    valueBefore: plain(change.detail.before),
    valueTypeBefore: valueType(change.detail.before),
    valueAfter: plain(change.detail.after),
    valueTypeAfter: valueType(change.detail.after),
  }),
})

const selection = (sheet: Worksheet): string =>
  sheet.selection.map((area) => formatArea(area)).join(',')

/** Whether all of the selection lies in an area. */
const isInside = (sheet: Worksheet, area: Area): boolean =>
  sheet.selection.some((one) => intersect(one, area) !== null)

/** The events that a change makes, of those the add-in wants (protocol notes, section 9). */
export const eventsOf = (session: Session, change: Change, isWanted: IsWanted): ObjectEvent[] => {
  const events: ObjectEvent[] = []
  const to = (type: number, targets: readonly string[], args: () => Fields): void => {
    const wanting = targets.filter((target) => isWanted(type, target))
    if (wanting.length === 0) return
    const fields = args()
    for (const target of wanting) events.push({ type, target, args: fields })
  }
  const changed = (sheet: Worksheet, area: Area, fields: () => Fields): void => {
    const common = (): Fields => ({
      address: formatArea(area),
      ...fields(),
      source: 'Local',
      triggerSource: session.workbook.origin === 'addin' ? 'ThisLocalAddin' : 'Unknown',
      worksheetId: sheet.id,
      referenceId: session.keepForEvent(session.objects.range(sheet, area)),
    })
    to(EventType.dataChanged, [sheet.id, EVERYWHERE], common)
    for (const table of sheet.tables) {
      if (!intersect(table.area, area)) continue
      const targets = [table.id, sheet.id, EVERYWHERE]
      to(EventType.tableDataChanged, targets, () => ({ ...common(), tableId: table.id }))
    }
  }
  const placed = (type: number, sheet: Worksheet, area: Area, more: Fields = {}): void => {
    to(type, [sheet.id, EVERYWHERE], () => ({
      address: formatArea(area),
      source: 'Local',
      worksheetId: sheet.id,
      ...more,
    }))
  }
  const ofSheet = (type: number, sheet: Worksheet, more: Fields = {}): void => {
    to(type, [sheet.id, EVERYWHERE], () => ({ worksheetId: sheet.id, ...more }))
  }

  switch (change.kind) {
    case 'cells':
      changed(change.sheet, change.area, () => edited(change))
      break
    case 'inserted':
    case 'deleted':
      changed(change.sheet, change.area, () => insertion(change))
      break
    case 'format':
      placed(EventType.formatChanged, change.sheet, change.area)
      break
    case 'hidden':
      if (isEntireRow(change.area)) {
        const changeType = change.hidden ? 'Hidden' : 'Unhidden'
        placed(EventType.rowHiddenChanged, change.sheet, change.area, { changeType })
      }
      break
    case 'sorted':
      placed(EventType.rowSorted, change.sheet, change.area)
      break
    case 'selection':
      ofSheet(EventType.selectionChanged, change.sheet, { address: selection(change.sheet) })
      for (const table of change.sheet.tables) {
        const isInsideTable = isInside(change.sheet, table.area)
        to(EventType.tableSelectionChanged, [table.id], () => ({
          address: isInsideTable ? selection(change.sheet) : '',
          isInsideTable,
          tableId: table.id,
          worksheetId: change.sheet.id,
        }))
      }
      break
    case 'activated':
      if (change.left) ofSheet(EventType.deactivated, change.left)
      ofSheet(EventType.activated, change.sheet)
      break
    case 'sheet-added':
      to(EventType.added, [EVERYWHERE], () => ({ worksheetId: change.sheet.id, source: 'Local' }))
      break
    case 'sheet-deleted':
      to(EventType.deleted, [EVERYWHERE], () => ({ worksheetId: change.sheet.id, source: 'Local' }))
      break
    case 'sheet-renamed':
      ofSheet(EventType.nameChanged, change.sheet, {
        nameBefore: change.before,
        nameAfter: change.sheet.name,
        source: 'Local',
      })
      break
    case 'sheet-visibility':
      ofSheet(EventType.visibilityChanged, change.sheet, {
        visibilityBefore: change.before,
        visibilityAfter: change.sheet.visibility,
        source: 'Local',
      })
      break
    case 'sheet-moved':
      ofSheet(EventType.moved, change.sheet, {
        positionBefore: change.before,
        positionAfter: session.workbook.sheets.indexOf(change.sheet),
        source: 'Local',
      })
      break
    case 'table-added':
    case 'table-deleted': {
      const type = change.kind === 'table-added' ? EventType.tableAdded : EventType.tableDeleted
      to(type, [change.sheet.id, EVERYWHERE], () => ({
        source: 'Local',
        tableId: change.table.id,
        worksheetId: change.sheet.id,
      }))
      break
    }
    default:
      break
  }
  return events
}
