import { createDoor, type DoorOptions, type ExcelDoor, type OfficeGlobals } from './excel/door.ts'
import type { OpenedSession, SavedState, Workbook } from './port.ts'
import { closeSheet } from './session/close.ts'
import { findSession, type Found } from './session/open.ts'
import { readSelectedTexts } from './selection/texts.ts'
import { createSession } from './session/session.ts'
import { startSheet } from './session/start.ts'

export interface WorkbookOptions extends DoorOptions {
  readonly newId?: () => string
}

/** The workbook of a running Excel. Call it after Office.onReady, with Office.js's own globals. */
export function createWorkbook(globals: OfficeGlobals, options: WorkbookOptions = {}): Workbook {
  const door = createDoor(globals, options)
  const newId = options.newId ?? (() => crypto.randomUUID())
  return {
    savedState: () => readSavedState(door),
    openSession: () => open(door),
    async startSession(init) {
      const { place, name } = await startSheet(door, init, newId())
      return createSession(place, { ...init, sheetName: name })
    },
    newWorkbook: () => door.newWorkbook(),
    selectedTexts: () => readSelectedTexts(door),
  }
}

async function open(door: ExcelDoor): Promise<OpenedSession> {
  const found = await findSession(door)
  const marked = found.sheets.find(({ sessionId }) => sessionId !== null)
  const copies = found.sheets.filter(({ sessionId }) => sessionId === null).map(({ name }) => name)
  if (!marked) {
    // The sheet was deleted by hand: what was kept for it goes too.
    if (found.manifest.kind !== 'none') await closeSheet(door, null)
    return { kind: 'none', copies }
  }
  const { manifest } = found
  if (manifest.kind !== 'manifest' || manifest.manifest.sessionId !== marked.sessionId) {
    return damaged(door, marked.sheetId, whyUnreadable(found))
  }
  if (marked.tableId === null) {
    return damaged(
      door,
      marked.sheetId,
      'The session grid is no longer a table. Undo that change (Ctrl-Z), or close the session.',
    )
  }
  const { sessionId, dateSystem, institution, environment } = manifest.manifest
  const place = { door, sheetId: marked.sheetId, tableId: marked.tableId, sessionId, dateSystem }
  const session = createSession(place, { sheetName: marked.name, institution, environment })
  return { kind: 'open', session, copies }
}

function damaged(door: ExcelDoor, sheetId: string, why: string): OpenedSession {
  return { kind: 'damaged', why, close: () => closeSheet(door, sheetId) }
}

function whyUnreadable({ manifest }: Found): string {
  return manifest.kind === 'later-format'
    ? 'This session was made by a later version of the add-in. Reload the add-in, or close the session.'
    : 'What the workbook kept beside the session grid is lost. Its rows can be read, but not refreshed or updated: close the session and download again.'
}

function readSavedState(door: ExcelDoor): Promise<SavedState> {
  return door.run(async (context) => {
    const { workbook } = context
    workbook.load('autoSave,previouslySaved')
    await context.sync()
    if (workbook.autoSave) return { kind: 'autosaved' }
    return { kind: workbook.previouslySaved ? 'saved' : 'unsaved' }
  })
}
