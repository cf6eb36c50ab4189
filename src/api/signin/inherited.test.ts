import { describe, expect, it } from '@jest/globals'
import { createDialogStorage } from './inherited.ts'

function storageOf(entries: Record<string, string>) {
  const held = new Map(Object.entries(entries))
  const storage: Storage = {
    get length() {
      return held.size
    },
    key: (at) => [...held.keys()][at] ?? null,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
    clear: () => held.clear(),
  }
  return { storage, held }
}

const office = { hostInfoValue: 'excel$web' }
const popup = { 'msal.interaction.status': 'popup', 'msal.client.request.params': 'popup' }

describe('the session storage of the dialog window', () => {
  it('forgets what msal noted in the pane, and leaves what Office noted', () => {
    const { storage, held } = storageOf({ ...office, ...popup })
    createDialogStorage(storage).open()
    expect(Object.fromEntries(held)).toEqual(office)
  })

  it('keeps its own request until the sign-in service sends the person back, and no longer', () => {
    const { storage, held } = storageOf(office)
    const first = createDialogStorage(storage)
    first.open()
    storage.setItem('msal.client.request.params', 'mine')
    first.leaving()
    createDialogStorage(storage).open()
    expect(Object.fromEntries(held)).toEqual({ ...office, 'msal.client.request.params': 'mine' })
    createDialogStorage(storage).open()
    expect(Object.fromEntries(held)).toEqual(office)
  })
})
