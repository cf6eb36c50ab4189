import { describe, expect, it } from '@jest/globals'
import { createStore } from './store.ts'

describe('createStore', () => {
  it('forgets an entry when its time is over', async () => {
    let now = 0
    const sessions = createStore(() => now)('Session')
    await sessions.upsert('a', { uid: 'u' }, 10)
    now = 9_999
    expect(await sessions.find('a')).toEqual({ uid: 'u' })
    now = 10_000
    expect(await sessions.find('a')).toBeUndefined()
    expect(await sessions.findByUid('u')).toBeUndefined()
  })

  it('keeps models apart and finds by uid within one', async () => {
    const store = createStore()
    await store('Session').upsert('a', { uid: 'u' }, 10)
    await store('Grant').upsert('a', { uid: 'other' }, 10)
    expect(await store('Session').findByUid('u')).toEqual({ uid: 'u' })
    expect(await store('Session').findByUid('other')).toBeUndefined()
  })

  it('marks a code as used, and takes back what came of a grant, model by model', async () => {
    const store = createStore(() => 5_000)
    await store('AuthorizationCode').upsert('c', { grantId: 'g' }, 10)
    await store('RefreshToken').upsert('r', { grantId: 'g' }, 10)
    await store('RefreshToken').upsert('s', { grantId: 'h' }, 10)
    await store('AuthorizationCode').consume('c')
    expect(await store('AuthorizationCode').find('c')).toEqual({ grantId: 'g', consumed: 5 })
    await store('Interaction').upsert('i', { grantId: 'g' }, 10)
    await store('RefreshToken').revokeByGrantId('g')
    expect(await store('RefreshToken').find('r')).toBeUndefined()
    expect(await store('RefreshToken').find('s')).toEqual({ grantId: 'h' })
    expect(await store('Interaction').find('i')).toEqual({ grantId: 'g' })
  })
})
