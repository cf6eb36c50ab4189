import type { OpenedSession, SavedState, Workbook } from '../../office/workbook/port.ts'
import { createFakeSession } from './fakeSession.ts'
import type { FakeSession } from './fakeSession.ts'

/** A workbook kept in memory. */
export interface FakeWorkbook extends Workbook {
  saved: SavedState['kind']
  copies: string[]
  texts: string[]
  /** The session of the workbook, as it was left. */
  readonly session: () => FakeSession | null
  readonly newWorkbooks: () => number
}

export function createFakeWorkbook(): FakeWorkbook {
  let session: FakeSession | null = null
  let opened = 0
  const open = () => (session && !session.closed() ? session : null)
  const workbook: FakeWorkbook = {
    saved: 'unsaved',
    copies: [],
    texts: [],
    session: open,
    newWorkbooks: () => opened,
    savedState: () => Promise.resolve({ kind: workbook.saved }),
    openSession: () => {
      const now = open()
      const { copies } = workbook
      const found: OpenedSession = now
        ? { kind: 'open', session: now, copies }
        : { kind: 'none', copies }
      return Promise.resolve(found)
    },
    startSession: (init) => {
      session = createFakeSession(init)
      return Promise.resolve(session)
    },
    newWorkbook: () => {
      opened += 1
      return Promise.resolve()
    },
    selectedTexts: () => Promise.resolve(workbook.texts),
  }
  return workbook
}
