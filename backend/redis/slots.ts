import { randomUUID } from 'node:crypto'
import type { Slots } from '../lrs/gate/slots.ts'
import { createLines } from './lines.ts'

/** A place that Redis gave to somebody of this replica. */
export interface Place {
  readonly lease: string
  readonly person: string
}

/** How this replica stands. */
export interface Standing {
  readonly givenBack: readonly string[]
  /** Leases to be kept longer. */
  readonly held: readonly string[]
  /** Person → how many calls wait. */
  readonly wishes: ReadonlyMap<string, number>
}

/** The way to Redis. */
export interface SlotsWire {
  /** Rejects when Redis does not answer. */
  tell(
    standing: Standing,
  ): Promise<{ readonly replicas: number; readonly places: readonly Place[] }>
  /** Hears of places that other replicas' calls gave to this one. */
  onGiven(take: (place: Place) => void): void
  close(): void
}

export interface SlotsOptions {
  readonly wire: SlotsWire
  /** How many calls may be in flight for the institution. */
  readonly places: number
  /** How long a place stays taken when its replica says nothing more. */
  readonly leaseMs: number
}

export interface SharedSlots extends Slots {
  close(): void
}

/**
 * Places shared by all replicas. Each place is a lease: this replica keeps those it holds alive, and
 * those of a killed one come free when they end. While Redis is away each replica takes its share of
 * the places, by the number of replicas last known.
 */
export function createSlots({ wire, places, leaseMs }: SlotsOptions): SharedSlots {
  const lines = createLines<(giveBack: () => void) => void>()
  const held = new Set<string>()
  let givenBack: string[] = []
  let replicas = 1
  let away = false
  let telling = false
  let again = false

  const enter = ({ lease, person }: Place): void => {
    if (held.has(lease)) return
    const go = lines.nextOf(person)
    if (go === undefined) {
      giveBack(lease)
      return
    }
    held.add(lease)
    go(() => {
      if (held.delete(lease)) giveBack(lease)
    })
  }

  const giveBack = (lease: string): void => {
    // While Redis is away its leases end by themselves.
    if (!away) givenBack.push(lease)
    tellSoon()
  }

  /** Without Redis: this replica's share of the places, in turn. */
  const enterAlone = (): void => {
    const share = Math.max(1, Math.floor(places / replicas))
    while (away && held.size < share) {
      const person = lines.nextPerson()
      if (person === undefined) return
      enter({ lease: randomUUID(), person })
    }
  }

  const tell = async (kept: readonly string[]): Promise<void> => {
    const standing = { givenBack: givenBack.splice(0), held: kept, wishes: lines.lengths() }
    try {
      const told = await wire.tell(standing)
      const back = away
      away = false
      replicas = told.replicas
      for (const place of told.places) enter(place)
      // What was taken meanwhile is made known at once.
      if (back) await tell([...held])
    } catch {
      away = true
      givenBack = []
      enterAlone()
    }
  }

  const tellAll = async (): Promise<void> => {
    while (again && !away) {
      again = false
      await tell([])
    }
    telling = false
  }

  const tellSoon = (): void => {
    if (away) {
      setImmediate(enterAlone)
      return
    }
    again = true
    if (telling) return
    telling = true
    // Not at once, so that all that happens in this turn goes to Redis in one call.
    setImmediate(() => void tellAll())
  }

  const clock = setInterval(() => void tell([...held]), leaseMs / 3)
  clock.unref()
  wire.onGiven(enter)

  return {
    take: (person, signal) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted()
        const go = (giveBack: () => void): void => {
          signal.removeEventListener('abort', leave)
          resolve(giveBack)
        }
        const leave = (): void => {
          lines.remove(person, go)
          tellSoon()
          const { reason }: { reason: unknown } = signal
          reject(reason instanceof Error ? reason : new Error('The call was cancelled.'))
        }
        signal.addEventListener('abort', leave, { once: true })
        lines.add(person, go)
        tellSoon()
      }),
    taken: () => held.size,
    waiting: () => lines.size(),
    close() {
      clearInterval(clock)
      wire.close()
    },
  }
}
