import { createDoor, type OfficeGlobals } from '../workbook/excel/door.ts'
import type { SelectAreas } from './user.ts'

/** Selecting several areas through Office.js, where this Excel can be told to; null where not. */
export function selectAreasByOffice(globals: OfficeGlobals): SelectAreas | null {
  const door = createDoor(globals)
  if (!door.supports('1.18')) return null
  return (name, addresses) =>
    door.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(name)
      sheet.activate()
      sheet.getRanges(addresses.join(',')).select()
      await context.sync()
    })
}
