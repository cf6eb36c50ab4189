import type { ExcelDoor } from '../excel/door.ts'
import { itemsOf } from '../excel/loaded.ts'
import { officeCode, workbookError } from '../excel/translate.ts'

const mostTexts = 20_000
const mostCells = 200_000

/** The texts of the selected cells that hold something, whatever sheet is in front. */
export function readSelectedTexts(door: ExcelDoor): Promise<readonly string[]> {
  return door.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet()
    const used = sheet.getUsedRangeOrNullObject(true)
    const inside = context.workbook.getSelectedRanges().getIntersectionOrNullObject(used)
    inside.load('cellCount')
    try {
      await context.sync()
    } catch (error) {
      if (officeCode(error) === 'InvalidSelection') return []
      throw error
    }
    if (used.isNullObject || inside.isNullObject) return []
    // Excel says -1 of more cells than it counts.
    if (inside.cellCount > mostCells || inside.cellCount < 0) throw workbookError('too-large')
    const { areas } = inside
    areas.load('items/text')
    await context.sync()
    const texts = itemsOf(areas).flatMap((area) => area.text.flat().map((text) => text.trim()))
    return texts.filter((text) => text !== '').slice(0, mostTexts)
  })
}
