import type { Change } from '../model/change.ts'
import type { Workbook } from '../model/book.ts'
import type { EventEntry } from './answer.ts'
import { eventsOf, type ObjectEvent } from './eventsof.ts'
import type { Session } from './session.ts'

/** Category of events that belong to an object of the workbook. */
const OBJECT_EVENT = 65_536

export interface Events {
  attach(session: Session): void
  register(type: number, target: string): void
  unregister(type: number, target: string): void
  subscribe(listener: (entries: readonly EventEntry[]) => void): () => void
}

/** Turns changes of the workbook into the events an add-in asked for, a little later. */
export const createEvents = (workbook: Workbook, later: (run: () => void) => void): Events => {
  const wanted = new Map<string, number>()
  const listeners = new Set<(entries: readonly EventEntry[]) => void>()
  let waiting: EventEntry[] = []
  let last = 0

  const flush = (): void => {
    const entries = waiting
    waiting = []
    for (const listener of listeners) listener(entries)
  }

  const send = (event: ObjectEvent): void => {
    if (waiting.length === 0) later(flush)
    last += 1
    waiting.push([OBJECT_EVENT, event.type, event.target, JSON.stringify(event.args), last, false])
  }

  const key = (type: number, target: string): string => `${String(type)} ${target}`

  return {
    attach(session) {
      workbook.listeners.add((change: Change) => {
        if (wanted.size === 0 || !session.enableEvents) return
        const isWanted = (type: number, target: string): boolean => wanted.has(key(type, target))
        for (const event of eventsOf(session, change, isWanted)) send(event)
      })
    },
    register(type, target) {
      wanted.set(key(type, target), (wanted.get(key(type, target)) ?? 0) + 1)
    },
    unregister(type, target) {
      const left = (wanted.get(key(type, target)) ?? 1) - 1
      if (left > 0) wanted.set(key(type, target), left)
      else wanted.delete(key(type, target))
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
