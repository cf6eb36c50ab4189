import type { Change } from '../model/change.ts'
import type { Workbook } from '../model/book.ts'
import type { Worksheet } from '../model/state.ts'
import { EVERYWHERE, EventType } from './registrations.ts'
import type { Tell } from './tell.ts'
import type { Fields } from './wire.ts'

/** Events of whole sheets and tables: coming, going, being shown, renamed, moved. */
export const sheetEvents = (workbook: Workbook, change: Change, tell: Tell): void => {
  const ofSheet = (type: number, sheet: Worksheet, more: Fields = {}): void => {
    tell(type, [sheet.id, EVERYWHERE], () => ({ worksheetId: sheet.id, ...more }))
  }
  switch (change.kind) {
    case 'activated':
      if (change.left) ofSheet(EventType.deactivated, change.left)
      ofSheet(EventType.activated, change.sheet)
      break
    case 'sheet-added':
    case 'sheet-deleted': {
      const type = change.kind === 'sheet-added' ? EventType.added : EventType.deleted
      tell(type, [EVERYWHERE], () => ({ worksheetId: change.sheet.id, source: 'Local' }))
      break
    }
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
        positionAfter: workbook.sheets.indexOf(change.sheet),
        source: 'Local',
      })
      break
    case 'table-added':
    case 'table-deleted': {
      const type = change.kind === 'table-added' ? EventType.tableAdded : EventType.tableDeleted
      tell(type, [change.sheet.id, EVERYWHERE], () => ({
        source: 'Local',
        tableId: change.table.id,
        worksheetId: change.sheet.id,
      }))
      break
    }
    default:
      break
  }
}
