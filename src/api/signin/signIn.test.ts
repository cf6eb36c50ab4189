import { describe, expect, it, jest } from '@jest/globals'
import { createHastyClock } from '../testing/fakeClock.ts'
import { createDialogWay } from './dialogWay.ts'
import { isUnderAnotherSite } from './pages.ts'
import { createPopupWay, endOf } from './popup.ts'
import type { Msal } from './popup.ts'
import { createSignIn, storedMark } from './signIn.ts'
import type { SignInEnd, Way } from './way.ts'

function wayOf(end: SignInEnd, token: string) {
  const asked: boolean[] = []
  let forgotten = 0
  const way: Way = {
    resume: () => Promise.resolve(true),
    signIn: (afresh) => {
      asked.push(afresh)
      return Promise.resolve(end)
    },
    token: () => Promise.resolve(token),
    renew: () => Promise.resolve(`${token} again`),
    forget: () => {
      forgotten += 1
      return Promise.resolve()
    },
  }
  return { way, asked, forgotten: () => forgotten }
}

function markOf() {
  let out = false
  return { get: () => out, set: (now: boolean) => void (out = now) }
}

describe('signing in', () => {
  it('falls back to a dialog window when the popup is blocked, and then takes its tokens', async () => {
    const popup = wayOf({ kind: 'blocked' }, 'popup')
    const dialog = wayOf({ kind: 'signed-in' }, 'dialog')
    const signIn = createSignIn({ popup: popup.way, dialog: dialog.way }, 'popup', markOf())
    expect(await signIn.signIn()).toEqual({ kind: 'signed-in' })
    expect(await signIn.current()).toBe('dialog')
    expect(await signIn.renew()).toBe('dialog again')
  })

  it('asks for the password after signing out, and not before', async () => {
    const popup = wayOf({ kind: 'signed-in' }, 'popup')
    const mark = markOf()
    const signIn = createSignIn({ popup: popup.way, dialog: popup.way }, 'popup', mark)
    await signIn.signIn()
    await signIn.signOut()
    expect(await signIn.resume()).toBe(false)
    await signIn.signIn()
    expect(popup.asked).toEqual([false, true])
    expect(await signIn.resume()).toBe(true)
  })
})

describe('signing out of a dialog window', () => {
  it('forgets what the popup remembers of somebody as well', async () => {
    const popup = wayOf({ kind: 'blocked' }, 'popup')
    const dialog = wayOf({ kind: 'signed-in' }, 'dialog')
    const signIn = createSignIn({ popup: popup.way, dialog: dialog.way }, 'popup', markOf())
    await signIn.signIn()
    await signIn.signOut()
    expect([popup.forgotten(), dialog.forgotten()]).toEqual([1, 1])
    expect(await signIn.current()).toBe('popup')
  })
})

describe('the mark of signing out', () => {
  it('is kept in memory where the browser refuses its storage', () => {
    const mark = storedMark(() => {
      throw new Error('SecurityError')
    })
    mark.set(true)
    expect(mark.get()).toBe(true)
    mark.set(false)
    expect(mark.get()).toBe(false)
  })
})

describe('the popup way', () => {
  const account = { homeAccountId: 'h' }
  const msalOf = (parts: Partial<Record<keyof Msal, unknown>>) =>
    ({
      getAllAccounts: () => [account],
      getActiveAccount: () => null,
      ...parts,
    }) as unknown as Msal

  it('renews from what msal remembers, past its cache', async () => {
    const acquireTokenSilent = jest.fn((_: object) => Promise.resolve({ accessToken: 't' }))
    const way = createPopupWay(() => Promise.resolve(msalOf({ acquireTokenSilent })), 'api/Use')
    expect(await way.renew()).toBe('t')
    expect(acquireTokenSilent).toHaveBeenCalledWith({
      scopes: ['api/Use'],
      account,
      forceRefresh: true,
    })
  })

  it('takes tokens for whoever signed in last, not for somebody msal remembers from before', async () => {
    const other = { homeAccountId: 'other' }
    let active: object | null = null
    const acquireTokenSilent = jest.fn((_: object) => Promise.resolve({ accessToken: 't' }))
    const msal = msalOf({
      getAllAccounts: () => [account, other],
      getActiveAccount: () => active,
      setActiveAccount: (now: object | null) => void (active = now),
      acquireTokenPopup: () => Promise.resolve({ account: other }),
      acquireTokenSilent,
    })
    const way = createPopupWay(() => Promise.resolve(msal), 'api/Use')
    await way.signIn(false)
    await way.token()
    expect(acquireTokenSilent).toHaveBeenCalledWith(expect.objectContaining({ account: other }))
  })

  it('says that the sign-in has ended when msal needs a person', async () => {
    const acquireTokenSilent = () =>
      Promise.reject(new Error('interaction required: ada@x.example'))
    const way = createPopupWay(() => Promise.resolve(msalOf({ acquireTokenSilent })), 'api/Use')
    await expect(way.token()).rejects.toMatchObject({ failure: { kind: 'signed-out' } })
    expect(await way.resume()).toBe(false)
  })

  it('is not signed out by a network that is away for a while', async () => {
    const acquireTokenSilent = () =>
      Promise.reject(Object.assign(new Error('x'), { errorCode: 'post_request_failed' }))
    const way = createPopupWay(() => Promise.resolve(msalOf({ acquireTokenSilent })), 'api/Use')
    await expect(way.token()).rejects.toMatchObject({ failure: { kind: 'unreachable' } })
  })

  it.each([
    ['popup_window_error', { kind: 'blocked' }],
    ['user_cancelled', { kind: 'cancelled' }],
    ['timed_out', { kind: 'failed', code: 'timed_out' }],
    // Some services refuse somebody who is not assigned to the add-in with this.
    ['access_denied', { kind: 'failed', code: 'access_denied' }],
  ])('reads %s', (errorCode, end) => {
    expect(endOf({ errorCode })).toEqual(end)
  })
})

describe('the dialog way', () => {
  const open = (text: string) => () => Promise.resolve({ kind: 'message' as const, text })
  const clock = createHastyClock()

  it('takes the token of the dialog until shortly before it ends', async () => {
    const soon = JSON.stringify({ kind: 'signed-in', token: 't', expires: 30_000 })
    const later = JSON.stringify({ kind: 'signed-in', token: 't', expires: 90_000 })
    const short = createDialogWay(open(soon), 'https://pane.example', clock)
    const long = createDialogWay(open(later), 'https://pane.example', clock)
    await short.signIn(false)
    await long.signIn(false)
    await expect(short.token()).rejects.toMatchObject({ failure: { kind: 'signed-out' } })
    expect(await long.token()).toBe('t')
  })

  it('believes no message that is not its own', async () => {
    const way = createDialogWay(open('{"token":"evil"}'), 'https://pane.example', clock)
    expect(await way.signIn(false)).toEqual({ kind: 'failed', code: 'unreadable_message' })
  })

  it('opens a page of its own origin, and asks afresh when told to', async () => {
    const urls: string[] = []
    const opened = (url: string) => {
      urls.push(url)
      return Promise.resolve({ kind: 'closed' as const })
    }
    const way = createDialogWay(opened, 'https://pane.example', clock)
    expect(await way.signIn(true)).toEqual({ kind: 'cancelled' })
    expect(urls).toEqual(['https://pane.example/assets/dialog.html?afresh=1'])
  })
})

describe('where the pane is framed', () => {
  interface Frame {
    parent: Frame
    location: { origin: string }
  }
  const top = (origin: string): Frame => {
    const frame = { location: { origin } } as Frame
    frame.parent = frame
    return frame
  }
  const inside = (parent: Frame, origin: string): Frame => ({ parent, location: { origin } })
  const ours = 'https://pane.example'

  it('knows a page of another site however far up it stands', () => {
    expect(isUnderAnotherSite(top(ours))).toBe(false)
    expect(isUnderAnotherSite(inside(top(ours), ours))).toBe(false)
    expect(isUnderAnotherSite(inside(top('https://excel.example'), ours))).toBe(true)
    expect(isUnderAnotherSite(inside(inside(top('https://excel.example'), ours), ours))).toBe(true)
  })

  it('takes a page it may not look at for another site', () => {
    const closed = top(ours)
    Object.defineProperty(closed, 'location', {
      get: () => {
        throw new Error('SecurityError')
      },
    })
    expect(isUnderAnotherSite(inside(closed, ours))).toBe(true)
  })
})
