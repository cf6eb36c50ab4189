import { fullSession } from './objects.ts'
import type { Events } from './events.ts'
import type { Workbook } from '../model/book.ts'
import type { Place } from '../model/state.ts'
import type { Session } from './session.ts'
import type { WireObject } from './wire.ts'

/** Ranges that change events point to are let go of after so many newer ones. */
const MOST_FOR_EVENTS = 500

/** An add-in's hold on a workbook: kept ranges, events asked for, and the objects of the API. */
export const createSession = (workbook: Workbook, events: Events): Session => {
  const kept: Session['kept'] = new Map()
  const ids = new Map<Place, string>()
  const forEvents: string[] = []
  let last = 0

  const keep = (object: WireObject): string | null => {
    const { place } = object
    if (!place) return null
    const known = ids.get(place)
    if (known !== undefined) return known
    last += 1
    const id = `ref${String(last)}`
    ids.set(place, id)
    kept.set(id, { object, place })
    workbook.places.add(place)
    return id
  }

  const release = (id: string): void => {
    const one = kept.get(id)
    if (!one) return
    kept.delete(id)
    ids.delete(one.place)
    workbook.places.delete(one.place)
  }

  return fullSession({
    workbook,
    kept,
    keep,
    release,
    keepForEvent: (object) => {
      const id = keep(object)
      if (id !== null) forEvents.push(id)
      const oldest = forEvents.length > MOST_FOR_EVENTS ? forEvents.shift() : undefined
      if (oldest !== undefined) release(oldest)
      return id
    },
    referenceOf: (place) => ids.get(place) ?? null,
    register: events.register,
    unregister: events.unregister,
    enableEvents: true,
  })
}
