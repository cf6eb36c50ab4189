import { describe, expect, it } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { fakeSurface, fakeWindow, fakeWorkbook, origin, testHost } from './testing.ts'

interface Envelope {
  _actionName: string
  _actionType?: number
  _responseType?: number
  _conversationId: string
  _correlationId: number
  _data: Record<string, unknown>
}
interface Trace {
  title: string
  messages: { dir: 'addin->host' | 'host->addin'; message: Envelope }[]
}

const folder = new URL('traces/', import.meta.url)
const read = (name: string): Trace => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

/** Lets the host hear a recorded conversation; gives what it sent to each conversation. */
const replay = async (names: string[]) => {
  const page = fakeSurface()
  const recorded: HostedAnswer = { status: 200, body: '' }
  const book = fakeWorkbook()
  book.workbook.execute = () => Promise.resolve({ kind: 'body', ...recorded })
  const { host, deliver } = testHost(book.workbook, page.surface, ['conv1', 'conv24'])
  const pane = fakeWindow()
  const dialog = fakeWindow()
  host.open(`${origin}/pane.html`, 'pane').attach(pane)
  for (const name of names) {
    const { messages } = read(name)
    for (const { dir, message } of messages) {
      if (dir === 'host->addin') {
        const data = message._data['Data']
        if (Array.isArray(data) && typeof data[2] === 'string') recorded.body = data[2]
      }
    }
    for (const { dir, message } of messages) {
      if (dir === 'host->addin') continue
      const source = message._conversationId === 'conv1' ? pane : dialog
      if (page.dialogs[0]) host.attachDialog(page.dialogs[0].id, dialog)
      deliver({ data: JSON.stringify(message), origin, source })
      await settled()
    }
  }
  const envelopes = (window: typeof pane): Envelope[] =>
    window.messages.map(({ text }) => JSON.parse(text))
  return { pane: envelopes(pane), dialog: envelopes(dialog), page, host }
}

interface HostedAnswer {
  status: number
  body: string
}

/** What the recorded host sent, but for what the user or the workbook set off. */
const answersOf = (trace: Trace, conversationId: string): Envelope[] =>
  trace.messages
    .filter(({ dir, message }) => {
      const ours = dir === 'host->addin' && message._conversationId === conversationId
      const userCloses = message._data['messageType'] === 12006
      const workbooks = message._actionName === 'richApiMessage' && message._responseType === 1
      return ours && !userCloses && !workbooks
    })
    .map(({ message }) => message)

const handshake = 'ContextActivationManager_getAppContextAsync'
const withoutContext = (envelopes: Envelope[]) =>
  envelopes
    .filter(({ _actionName }) => _actionName !== handshake)
    // The library finds an event's handler by name alone; the recorded correlation id is of no use.
    .map((envelope) => ({
      ...envelope,
      _correlationId: envelope._responseType === 0 ? envelope._correlationId : 0,
    }))

describe('the host, hearing recorded messages of office.js', () => {
  it.each(readdirSync(folder).filter((name) => !name.startsWith('document-settings-refresh')))(
    'answers %s as recorded',
    async (name) => {
      const trace = read(name)
      const { pane, dialog } = await replay([name])
      expect(withoutContext(pane)).toEqual(withoutContext(answersOf(trace, 'conv1')))
      expect(withoutContext(dialog)).toEqual(withoutContext(answersOf(trace, 'conv24')))
    },
  )

  it('gives saved settings back in the form of refreshAsync', async () => {
    const { pane } = await replay(['document-settings-save.json', 'document-settings-refresh.json'])
    const [recorded] = answersOf(read('document-settings-refresh.json'), 'conv1')
    expect(pane.at(-1)).toEqual(recorded)
  })

  it('answers the handshake with every field that office.js cannot start without', async () => {
    const { pane } = await replay(['handshake.json'])
    const [greeting] = pane
    expect(greeting?._actionName).toBe(handshake)
    const [recorded] = answersOf(read('handshake.json'), 'conv1')
    const kept = Object.keys(recorded?._data ?? {})
    expect(kept.filter((field) => greeting?._data[field] === undefined)).toEqual([])
    const claimed = JSON.parse(String(greeting?._data['_requirementMatrix']))
    expect(claimed).toMatchObject({ ExcelApi: '1.14', DialogApi: '1.2' })
    // Excel on the web has no such thing, and the library for it no such method.
    expect(claimed).not.toHaveProperty('OpenBrowserWindowApi')
  })

  it('draws the dialog asked for, and closes it when the user does', async () => {
    const { page, host } = await replay(['dialog-iframe.json'])
    expect(page.dialogs).toMatchObject([{ id: 'conv24', width: 30, height: 30, origin }])
    host.closeDialog('conv24')
    expect(page.closed).toEqual(['conv24'])
  })
})
