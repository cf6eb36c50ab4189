import { describe, expect, it } from '@jest/globals'
import { ApiError } from '../../api/problem.ts'
import type { SignInEnd } from '../../api/signin/way.ts'
import { createFakeApi, refused } from '../testing/fakeApi.ts'
import { configOf, meOf } from '../testing/people.ts'
import { signInOf } from '../testing/scene.ts'
import { createAccount } from './account.ts'

function accountOf(end: SignInEnd, signedIn = false) {
  const api = createFakeApi()
  const signIn = { ...signInOf(end), resume: () => Promise.resolve(signedIn) }
  return { api, signIn, account: createAccount({ api, signIn, config: configOf({}) }) }
}

describe('the account', () => {
  it('asks for a sign-in when nobody is remembered', async () => {
    const { account } = accountOf({ kind: 'signed-in' })
    await account.start()
    expect(account.state.get()).toEqual({ kind: 'signed-out', message: null })
    await account.signIn()
    expect(account.state.get()).toEqual({ kind: 'signed-in', me: meOf({}) })
  })

  it('comes back by itself when somebody is', async () => {
    const { account } = accountOf({ kind: 'cancelled' }, true)
    await account.start()
    expect(account.state.get().kind).toBe('signed-in')
  })

  it('tells a guest why, and whom to ask', async () => {
    const { account, api } = accountOf({ kind: 'signed-in' })
    api.me = () => Promise.reject(refused(403, 'no-role', 'You have no role here.'))
    await account.signIn()
    expect(account.state.get()).toMatchObject({
      kind: 'refused',
      message: { text: 'You have no role here. Ask the MIS team.', reference: 'no-role' },
    })
  })

  it('asks again when the remembered sign-in has ended', async () => {
    const { account, api } = accountOf({ kind: 'signed-in' }, true)
    api.me = () => Promise.reject(new ApiError({ kind: 'signed-out' }))
    await account.start()
    expect(account.state.get()).toEqual({ kind: 'signed-out', message: null })
  })

  it.each([
    [{ kind: 'cancelled' as const }, null],
    [{ kind: 'blocked' as const }, 'was not opened'],
    [{ kind: 'failed' as const, code: 'timed_out' }, 'did not work'],
  ])('says how %o ended', async (end, text) => {
    const { account } = accountOf(end)
    await account.signIn()
    const state = account.state.get()
    const said = state.kind === 'signed-out' ? state.message?.text : undefined
    if (text === null) expect(said).toBeUndefined()
    else expect(said).toContain(text)
  })

  it('says on the way out that downloaded data stays in the workbook', async () => {
    const { account } = accountOf({ kind: 'signed-in' }, true)
    await account.start()
    await account.signOut(false)
    expect(account.state.get()).toEqual({ kind: 'signed-out', message: null })
    await account.signOut(true)
    expect(account.state.get()).toMatchObject({
      kind: 'signed-out',
      message: { text: expect.stringContaining('stays in this workbook') },
    })
  })

  it('says so when what signing in or out needs cannot be loaded, and is not stuck', async () => {
    const { account, signIn } = accountOf({ kind: 'signed-in' })
    signIn.signIn = () => Promise.reject(new Error('chunk'))
    await account.signIn()
    expect(account.state.get()).toMatchObject({
      kind: 'signed-out',
      message: { text: expect.stringContaining('did not work'), reference: 'not_loaded' },
    })
    signIn.signOut = () => Promise.reject(new Error('chunk'))
    await account.signOut(false)
    expect(account.state.get()).toEqual({ kind: 'signed-out', message: null })
  })

  it('lets a second attempt take the place of one whose window was lost', async () => {
    const { account, signIn } = accountOf({ kind: 'signed-in' })
    let lose: (end: SignInEnd) => void = () => undefined
    const first = new Promise<SignInEnd>((resolve) => {
      lose = resolve
    })
    let attempts = 0
    signIn.signIn = () => ((attempts += 1) === 1 ? first : Promise.resolve({ kind: 'signed-in' }))
    const lost = account.signIn()
    await account.signIn()
    lose({ kind: 'cancelled' })
    await lost
    expect(account.state.get().kind).toBe('signed-in')
  })
})
