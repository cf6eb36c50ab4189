import type { Adapter, AdapterPayload } from 'oidc-provider'

interface Entry {
  readonly payload: AdapterPayload
  /** Milliseconds since 1970; after it the entry is as good as gone. */
  readonly until: number
}

/** Where the provider keeps sessions, codes and grants: in memory, gone when the sandbox stops. */
export function createStore(now: () => number = Date.now): (model: string) => Adapter {
  const entries = new Map<string, Entry>()
  const read = (key: string): AdapterPayload | undefined => {
    const entry = entries.get(key)
    if (entry !== undefined && entry.until > now()) return entry.payload
    entries.delete(key)
    return undefined
  }
  const first = (fits: (payload: AdapterPayload) => boolean, model: string) =>
    [...entries].find(([key, { payload }]) => key.startsWith(`${model}:`) && fits(payload))?.[0]

  return (model) => {
    const keyOf = (id: string) => `${model}:${id}`
    const readFirst = (fits: (payload: AdapterPayload) => boolean) => {
      const key = first(fits, model)
      return Promise.resolve(key === undefined ? undefined : read(key))
    }
    return {
      upsert(id, payload, expiresIn) {
        const until = expiresIn ? now() + expiresIn * 1000 : Infinity
        entries.set(keyOf(id), { payload, until })
        return Promise.resolve()
      },
      find: (id) => Promise.resolve(read(keyOf(id))),
      findByUid: (uid) => readFirst((payload) => payload.uid === uid),
      findByUserCode: (code) => readFirst((payload) => payload.userCode === code),
      consume(id) {
        const payload = read(keyOf(id))
        if (payload !== undefined) payload.consumed = Math.floor(now() / 1000)
        return Promise.resolve()
      },
      destroy(id) {
        entries.delete(keyOf(id))
        return Promise.resolve()
      },
      // The provider asks each model that hangs on the grant: the sign-in in hand also names it, and goes on.
      revokeByGrantId(grantId) {
        for (const [key, { payload }] of entries) {
          if (key.startsWith(`${model}:`) && payload.grantId === grantId) entries.delete(key)
        }
        return Promise.resolve()
      },
    }
  }
}
