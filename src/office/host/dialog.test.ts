import { describe, expect, it } from '@jest/globals'
import { openDialog } from './dialog.ts'
import { createHost, type HostWindow } from './host.ts'

type Handler = (event: Record<string, unknown>) => void
type Answer = (result: Record<string, unknown>) => void

/** An Office whose dialog opens, or does not, as its host says. */
function officeWith(answer: { error?: number }) {
  const handlers = new Map<string, Handler>()
  const closed: string[] = []
  const dialog = {
    addEventHandler: (type: string, handler: Handler) => handlers.set(type, handler),
    close: () => closed.push('closed'),
  }
  const office = {
    AsyncResultStatus: { Succeeded: 'succeeded' },
    EventType: { DialogMessageReceived: 'message', DialogEventReceived: 'event' },
    context: {
      ui: {
        displayDialogAsync: (_url: string, _size: object, tell: Answer) => {
          tell(
            answer.error === undefined
              ? { status: 'succeeded', value: dialog }
              : { status: 'failed', error: { code: answer.error } },
          )
        },
      },
    },
  } as unknown as typeof Office
  return { office, handlers, closed }
}
const options = { url: 'https://localhost/assets/dialog.html', width: 30, height: 60 }

describe('a dialog window', () => {
  it.each([
    [12_007, 'already-open'],
    [12_009, 'ignored'],
    [12_011, 'blocked'],
    [12_004, 'failed'],
  ])('that Office refuses with %i was %s', async (error, why) => {
    const { office } = officeWith({ error })
    expect(await openDialog(office, options)).toEqual({ kind: 'refused', why })
  })

  it('gives its first message', async () => {
    const { office, handlers } = officeWith({})
    const opened = await openDialog(office, options)
    if (opened.kind !== 'open') throw new Error('refused')
    handlers.get('message')?.({ message: 'hello', origin: 'https://localhost' })
    handlers.get('event')?.({ error: 12_006 })
    expect(await opened.result).toEqual({ kind: 'message', text: 'hello' })
  })

  it('is closed by the user or by the pane', async () => {
    const first = officeWith({})
    const byUser = await openDialog(first.office, options)
    if (byUser.kind !== 'open') throw new Error('refused')
    first.handlers.get('event')?.({ error: 12_006 })
    expect(await byUser.result).toEqual({ kind: 'closed' })

    const second = officeWith({})
    const byPane = await openDialog(second.office, options)
    if (byPane.kind !== 'open') throw new Error('refused')
    byPane.close()
    expect(second.closed).toEqual(['closed'])
    expect(await byPane.result).toEqual({ kind: 'closed' })
  })
})

describe('the host', () => {
  const browser = (matching: readonly string[]) => {
    const listeners: (() => void)[] = []
    const queries = new Map<string, { matches: boolean }>()
    const window = {
      navigator: { language: 'cy-GB' },
      open: () => null,
      matchMedia: (query: string) => {
        const media = {
          matches: matching.includes(query),
          addEventListener: (_type: string, listener: () => void) => listeners.push(listener),
          removeEventListener: (_type: string, listener: () => void) => {
            listeners.splice(listeners.indexOf(listener), 1)
          },
        }
        queries.set(query, media)
        return media
      },
    } as unknown as HostWindow
    return { window, listeners, queries }
  }
  const officeOf = (context: object, host: string | null) =>
    ({
      context,
      onReady: () => Promise.resolve({ host, platform: 'OfficeOnline' }),
    }) as unknown as typeof Office

  it('tells Excel from anything else', async () => {
    const { window } = browser([])
    const inExcel = createHost(officeOf({}, 'Excel'), window)
    expect(await inExcel.ready()).toEqual({ kind: 'excel', platform: 'OfficeOnline' })
    const inBrowser = createHost(officeOf({}, null), window)
    expect(await inBrowser.ready()).toEqual({ kind: 'elsewhere' })
    expect(inBrowser.locale()).toBe('cy-GB')
  })

  it('follows the browser where Office has no theme, until told not to', () => {
    const dark = '(prefers-color-scheme: dark)'
    const { window, listeners, queries } = browser([dark])
    const host = createHost(officeOf({ officeTheme: undefined }, 'Excel'), window)
    expect(host.theme()).toBe('dark')
    const heard: string[] = []
    const off = host.onThemeChanged((theme) => heard.push(theme))
    queries.get(dark)!.matches = false
    listeners.forEach((listener) => {
      listener()
    })
    expect(heard).toEqual(['light', 'light'])
    off()
    expect(listeners).toEqual([])
  })
})
