import { randomUUID } from 'node:crypto'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import type { Place, SlotsWire, Standing } from './slots.ts'

const toldSchema = z.tuple([z.number()], z.string())

export interface SlotsWireOptions {
  readonly redis: Redis
  /** Whose places they are: one institution in one environment. */
  readonly name: string
  readonly places: number
  readonly leaseMs: number
}

/** The way to Redis: our script over `redis`, and a connection of its own to hear on. */
export function createSlotsWire({ redis, name, places, leaseMs }: SlotsWireOptions): SlotsWire {
  const me = randomUUID()
  // The braces keep all keys in one slot of a Redis cluster.
  const key = (part: string): string => `{plr:${name}}:${part}`
  const keys = ['slots', 'wishes', 'turns', 'replicas', 'count'].map(key)
  const channel = key('given:')
  const ears = redis.duplicate({ maxRetriesPerRequest: null, commandTimeout: undefined })
  ears.on('error', () => undefined)
  ears.on('ready', () => void ears.subscribe(channel + me).catch(() => undefined))

  return {
    async tell(standing) {
      const [replicas, ...texts] = toldSchema.parse(
        await redis.plrSlots(...keys, me, places, leaseMs, channel, ...inLists(standing)),
      )
      const given: Place[] = []
      for (let at = 0; at + 1 < texts.length; at += 2) {
        given.push({ lease: texts[at] ?? '', person: texts[at + 1] ?? '' })
      }
      return { replicas, places: given }
    },
    onGiven(take) {
      ears.on('message', (_, text: string) => {
        const space = text.indexOf(' ')
        take({ lease: text.slice(0, space), person: text.slice(space + 1) })
      })
    },
    close: () => ears.disconnect(),
  }
}

function inLists({ givenBack, held, wishes }: Standing): (string | number)[] {
  return [givenBack.length, ...givenBack, held.length, ...held, wishes.size, ...[...wishes].flat()]
}
