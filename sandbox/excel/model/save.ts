import { notify } from './notify.ts'
import type { Workbook } from './book.ts'

/** From now on the workbook has a place, and all of it is kept there. */
export const saveWorkbook = (workbook: Workbook): void => {
  workbook.previouslySaved = true
  workbook.dirty = false
  notify(workbook, { kind: 'document' })
}

/** Something changed that is kept in the file beside its cells. */
export const touchDocument = (workbook: Workbook): void => {
  workbook.dirty = !workbook.autoSave
  notify(workbook, { kind: 'document' })
}
