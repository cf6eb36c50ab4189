import type { ExcelDoor } from '../excel/door.ts'

/** A selection counts as settled after so long without another. */
const settledAfterMs = 150

/** Registers for selections on any sheet and for sheets coming to the front, told once they settle. */
export async function onSelectionChanged(
  door: ExcelDoor,
  listener: () => void,
): Promise<() => Promise<void>> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const settle = (): Promise<void> => {
    clearTimeout(timer)
    timer = setTimeout(listener, settledAfterMs)
    return Promise.resolve()
  }
  const handlers = await door.run(async (context) => {
    const { worksheets } = context.workbook
    const added = [worksheets.onSelectionChanged.add(settle), worksheets.onActivated.add(settle)]
    await context.sync()
    return added
  })
  return async () => {
    clearTimeout(timer)
    for (const handler of handlers) await door.remove(handler)
  }
}

/** Registers for the deletion of this worksheet. */
export async function onSheetDeleted(
  door: ExcelDoor,
  sheetId: string,
  listener: () => void,
): Promise<() => Promise<void>> {
  const handler = await door.run(async (context) => {
    const added = context.workbook.worksheets.onDeleted.add((event) => {
      if (event.worksheetId === sheetId) listener()
      return Promise.resolve()
    })
    await context.sync()
    return added
  })
  return () => door.remove(handler)
}
