import type { ExcelDoor } from '../excel/door.ts'
import { itemsOf } from '../excel/loaded.ts'
import { manifestParts } from '../manifest/part.ts'

/**
 * Deletes the session's worksheet, if it is there still, and its manifest. Excel deletes no last visible
 * sheet: an empty one takes its place then.
 */
export function closeSheet(door: ExcelDoor, sheetId: string | null): Promise<void> {
  return door.run(async (context) => {
    const { worksheets } = context.workbook
    worksheets.load('items/id,items/visibility')
    const parts = await manifestParts(context)
    const sheet = itemsOf(worksheets).find(({ id }) => id === sheetId)
    if (sheet) {
      const others = itemsOf(worksheets).some(
        ({ id, visibility }) => id !== sheetId && visibility === 'Visible',
      )
      if (!others) worksheets.add()
      sheet.delete()
    }
    for (const part of parts) part.delete()
    await context.sync()
  })
}
