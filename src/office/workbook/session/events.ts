import type { ExcelDoor } from '../excel/door.ts'

/** A selection counts as settled after so long without another. */
const settledAfterMs = 150

/** Registers for selections on any sheet and for sheets coming to the front, told once they settle. */
export async function onSelectionChanged(
  door: ExcelDoor,
  listener: () => void,
): Promise<() => Promise<void>> {
  const { stir, stop } = createSettling(listener, settledAfterMs)
  const handlers = await door.run(async (context) => {
    const { worksheets } = context.workbook
    const added = [worksheets.onSelectionChanged.add(stir), worksheets.onActivated.add(stir)]
    await context.sync()
    return added
  })
  return async () => {
    stop()
    for (const handler of handlers) await door.remove(handler)
  }
}

/** Sorting, filtering and deleting come in bursts; a change counts as settled after so long without another. */
const changedAfterMs = 300

/**
 * Registers for what the user does to the rows of this worksheet: sorting, filtering, hiding, editing,
 * inserting and deleting; told once it settles. Of the add-in's own doings Excel tells too, except for
 * values it wrote where Excel says whose they are (ExcelApi 1.14).
 */
export async function onRowsChanged(
  door: ExcelDoor,
  sheetId: string,
  listener: () => void,
): Promise<() => Promise<void>> {
  const settling = createSettling(listener, changedAfterMs)
  const handlers = await door.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetId)
    const added = [
      sheet.onRowSorted.add(settling.stir),
      sheet.onRowHiddenChanged.add(settling.stir),
      sheet.onChanged.add(({ triggerSource }) =>
        // Older versions of Excel leave it out.
        triggerSource === 'ThisLocalAddin' ? Promise.resolve() : settling.stir(),
      ),
    ]
    await context.sync()
    return added
  })
  return async () => {
    settling.stop()
    for (const handler of handlers) await door.remove(handler)
  }
}

/** Calls back once nothing stirred for so long. */
function createSettling(listener: () => void, afterMs: number) {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    stir: (): Promise<void> => {
      clearTimeout(timer)
      timer = setTimeout(listener, afterMs)
      return Promise.resolve()
    },
    stop: () => {
      clearTimeout(timer)
    },
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
