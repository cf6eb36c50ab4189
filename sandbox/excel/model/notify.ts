import type { Workbook } from './book.ts'
import type { Change } from './change.ts'

/** Tells everybody listening; anything but looking around makes the file unsaved. */
export const notify = (workbook: Workbook, change: Change): void => {
  const looking = ['selection', 'activated', 'editing', 'document']
  if (!looking.includes(change.kind)) workbook.dirty = !workbook.autoSave
  for (const listener of workbook.listeners) listener(change)
}
