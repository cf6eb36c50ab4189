import type { SharedCounts } from '../http/rateLimit.ts'
import { createTurnstile } from '../http/turnstile.ts'
import type { Turnstile } from '../http/turnstile.ts'
import type { Slots } from '../lrs/gate/slots.ts'
import type { Redis } from 'ioredis'
import { createSharedTurnstile } from './sharedTurnstile.ts'
import { createSlots } from './slots.ts'
import { createSlotsWire } from './slotsWire.ts'

export interface Limits {
  /** LRS_BATCH_SIZE across replicas; undefined where this process is the only one. */
  readonly slots: Slots | undefined
  /** DOWNLOADS_AT_ONCE for each person. */
  readonly turnstile: Turnstile
  /** RATE_LIMIT_PER_MINUTE across replicas. */
  readonly counts: SharedCounts | undefined
  close(): void
}

interface LimitSettings {
  readonly LRS_UKPRN: string
  readonly ENVIRONMENT_NAME: string
  readonly LRS_BATCH_SIZE: number
  readonly DOWNLOADS_AT_ONCE: number
}

/** A killed replica's places come free after so long. */
const leaseMs = 10_000

/** The limits of the institution: shared through Redis when there is one, else of this process. */
export function shareLimits(settings: LimitSettings, redis: Redis | undefined): Limits {
  const own = createTurnstile(settings.DOWNLOADS_AT_ONCE)
  if (redis === undefined) {
    return { slots: undefined, turnstile: own, counts: undefined, close: () => undefined }
  }
  const name = `${settings.LRS_UKPRN}:${settings.ENVIRONMENT_NAME}`
  const places = settings.LRS_BATCH_SIZE
  const slots = createSlots({
    wire: createSlotsWire({ redis, name, places, leaseMs }),
    places,
    leaseMs,
  })
  const turnstile = createSharedTurnstile({
    redis,
    name,
    places: settings.DOWNLOADS_AT_ONCE,
    leaseMs,
    own,
  })
  return { slots, turnstile, counts: { redis, name }, close: () => slots.close() }
}
