import { createOfficeHost, type IncomingMessage, type OfficeHost } from './host.ts'
import type { DialogRequest, HostSurface, Notice } from './surface.ts'
import type { HostedWorkbook } from './workbook.ts'

/** A window of the add-in that keeps what it is sent, and where to. */
export const fakeWindow = () => {
  const messages: { text: string; targetOrigin: string }[] = []
  return {
    messages,
    postMessage: (text: string, targetOrigin: string) => {
      messages.push({ text, targetOrigin })
    },
  }
}

export type FakeWindow = ReturnType<typeof fakeWindow>

/** A workbook that answers every batch alike and lets the test raise its events. */
export const fakeWorkbook = () => {
  const objectListeners: Parameters<HostedWorkbook['onObjectEvents']>[0][] = []
  const selectionListeners: (() => void)[] = []
  const workbook: HostedWorkbook = {
    execute: () => Promise.resolve({ kind: 'body', status: 200, body: '{"Results":[]}' }),
    selectedValues: () =>
      Promise.resolve([
        [4, 'typed by the user'],
        [2, 'b'],
      ]),
    goTo: (target) => Promise.resolve(target === 'A1:B2'),
    onObjectEvents: (listener) => {
      objectListeners.push(listener)
      return () => undefined
    },
    onSelectionChanged: (listener) => {
      selectionListeners.push(listener)
      return () => undefined
    },
  }
  return {
    workbook,
    raise: (entries: Parameters<(typeof objectListeners)[number]>[0]) => {
      for (const listener of objectListeners) listener(entries)
    },
    selectionChanged: () => {
      for (const listener of selectionListeners) listener()
    },
  }
}

/** What the host asked of its page. */
export const fakeSurface = () => {
  const dialogs: DialogRequest[] = []
  const closed: string[] = []
  const notices: Notice[] = []
  const refused: string[] = []
  const visibility: boolean[] = []
  const windows = { asked: 0, allowed: true }
  const surface: HostSurface = {
    openDialog: (dialog) => dialogs.push(dialog),
    closeDialog: (id) => closed.push(id),
    showPane: (visible) => visibility.push(visible),
    openWorkbook: () => {
      windows.asked += 1
      return windows.allowed
    },
    notice: (notice) => notices.push(notice),
    refused: (what) => refused.push(what),
  }
  return { surface, dialogs, closed, notices, refused, visibility, windows }
}

export const origin = 'https://localhost:3000'
export const addinId = '11111111-2222-4333-8444-555555555555'

interface TestHost {
  host: OfficeHost
  /** Lets the host hear a message. */
  deliver(message: IncomingMessage): void
}

/** A host on a fake page; conversations are numbered `conv1`, `conv2`… unless named. */
export const testHost = (
  workbook: HostedWorkbook,
  surface: HostSurface,
  conversations: string[] = [],
): TestHost => {
  let listener: ((message: IncomingMessage) => void) | null = null
  let count = 0
  const host = createOfficeHost({
    window: {
      origin,
      size: { width: 1280, height: 800 },
      onMessage: (hears) => {
        listener = hears
        return () => {
          listener = null
        }
      },
    },
    addin: { id: addinId, name: 'Add-in under test', appDomains: ['https://login.example'] },
    workbook,
    surface,
    documentUrl: () => 'https://localhost:3000/documents/Book1.xlsx',
    locale: 'en-GB',
    requirementSets: { ExcelApi: '1.14' },
    newConversationId: () => conversations[count++] ?? `conv${String(count)}`,
  })
  return { host, deliver: (message) => listener?.(message) }
}
