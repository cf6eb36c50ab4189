import { useSyncExternalStore } from 'react'

/** A value that can be watched. The pane's state lives in a few of these, outside of React. */
export interface Store<S> {
  get(): S
  set(next: S): void
  change(step: (now: S) => S): void
  /** Calls back after every change; returns what takes the listener off. */
  subscribe(listener: () => void): () => void
}

export function createStore<S>(initial: S): Store<S> {
  let value = initial
  const listeners = new Set<() => void>()
  const set = (next: S) => {
    if (Object.is(next, value)) return
    value = next
    for (const listener of [...listeners]) listener()
  }
  return {
    get: () => value,
    set,
    change: (step) => {
      set(step(value))
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

/** The value of a store, in a component that follows it. */
export function useStore<S>(store: Store<S>): S {
  return useSyncExternalStore(store.subscribe, store.get)
}
