import { randomUUID } from 'node:crypto'
import type { Redis } from 'ioredis'
import type { Turnstile } from '../http/turnstile.ts'

export interface SharedTurnstileOptions {
  readonly redis: Redis
  /** Whose places they are: one institution in one environment. */
  readonly name: string
  /** Places for each person. */
  readonly places: number
  /** How long a place stays taken when its replica says nothing more. */
  readonly leaseMs: number
  /** The replica's own turnstile, which alone counts while Redis is away. */
  readonly own: Turnstile
}

/** A turnstile that counts each person's places across replicas. */
export function createSharedTurnstile(options: SharedTurnstileOptions): Turnstile {
  const { redis, name, places, leaseMs, own } = options
  return {
    async enter(person) {
      const leaveOwn = await own.enter(person)
      if (leaveOwn === null) return null
      const key = `{plr:${name}}:downloads:${person}`
      const lease = randomUUID()
      const hold = () => redis.plrPlaces(key, places, leaseMs, lease)
      const held = await hold().catch(() => 1)
      if (held === 0) {
        leaveOwn()
        return null
      }
      const keep = setInterval(() => void hold().catch(() => undefined), leaseMs / 3)
      keep.unref()
      return () => {
        clearInterval(keep)
        leaveOwn()
        redis.zrem(key, lease).catch(() => undefined)
      }
    },
  }
}
