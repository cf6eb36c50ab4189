import { Refusal } from '../../model/refusal.ts'
import { textArgument } from '../arguments.ts'
import { describeClass, needed, type WireObject } from '../wire.ts'

/** A place where values are kept by key: a workbook's settings, a sheet's custom properties. */
export interface KeyedStore {
  readonly values: Map<string, unknown>
  /** Called after a change. */
  changed(): void
}

interface Entry {
  readonly store: KeyedStore
  readonly key: string
}

export interface KeyedKind {
  readonly collection: string
  readonly item: string
  /** Reads a value to keep, refusing what the store cannot. */
  readonly read: (value: unknown) => unknown
  readonly longestKey: number
  readonly ignoreCase: boolean
}

/** A collection of key and value, as settings and custom properties are. Adding a known key sets it. */
export const keyedClass = (kind: KeyedKind): ((store: KeyedStore) => WireObject) => {
  const known = (store: KeyedStore, key: string): string | null => {
    if (store.values.has(key)) return key
    if (!kind.ignoreCase) return null
    const lower = key.toLowerCase()
    return [...store.values.keys()].find((one) => one.toLowerCase() === lower) ?? null
  }
  const entry = describeClass<Entry>({
    type: kind.item,
    identity: ({ key }) => ({ _Id: key }),
    check: ({ store, key }) => {
      if (!store.values.has(key)) throw new Refusal('ItemNotFound')
    },
    scalars: {
      Key: { get: ({ key }) => key },
      Value: {
        get: ({ store, key }) => store.values.get(key),
        set: ({ store, key }, value) => {
          store.values.set(key, kind.read(value))
          store.changed()
        },
      },
    },
    actions: {
      Delete: ({ store, key }) => {
        store.values.delete(key)
        store.changed()
      },
    },
  })
  const get = (store: KeyedStore, key: unknown): WireObject | null => {
    const found = known(store, textArgument(key))
    return found === null ? null : entry({ store, key: found })
  }
  return describeClass<KeyedStore>({
    type: kind.collection,
    items: (store) => [...store.values.keys()].map((key) => entry({ store, key })),
    item: (store, key) => needed(get(store, key)),
    paths: {
      Add: (store, [key, value]) => {
        const text = textArgument(key)
        if (text === '' || text.length > kind.longestKey) throw new Refusal('InvalidArgument')
        const name = known(store, text) ?? text
        store.values.set(name, kind.read(value))
        store.changed()
        return entry({ store, key: name })
      },
      GetItem: (store, [key]) => needed(get(store, key)),
      GetItemOrNullObject: (store, [key]) => get(store, key),
    },
    actions: { GetCount: (store) => store.values.size },
  })
}
