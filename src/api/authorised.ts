import type { Clock } from './clock.ts'
import { ApiError } from './problem.ts'

/** Where bearer tokens come from. `renew` asks for a new one without troubling anyone. */
export interface Tokens {
  current(): Promise<string>
  /** Throws when only a person can sign in again. */
  renew(): Promise<string>
}

/** What the policy needs to see of an answer. */
export interface Reply {
  readonly status: number
  /** The `Retry-After` header as sent, or null. */
  readonly retryAfter: string | null
}

interface Policy {
  readonly tokens: Tokens
  readonly clock: Clock
  readonly signal?: AbortSignal | undefined
  /** Whether 409 with `Retry-After` is waited for: another request still holds the same run. */
  readonly waitWhileHeld?: boolean
}

const longestWait = 120_000
const mostWaits = 20

/** Milliseconds that a `Retry-After` header asks for: seconds or an HTTP date; 5 s when unreadable. */
export function retryAfterMs(header: string | null, now: number): number {
  const text = header?.trim() ?? ''
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now
  return Number.isNaN(ms) ? 5000 : Math.min(Math.max(ms, 0), longestWait)
}

/**
 * Makes a call with a bearer token: a refused token is renewed once, "too many requests" waits as
 * long as the backend asks. Any other answer is handed back as it came.
 */
export async function authorised<R extends Reply>(
  policy: Policy,
  call: (token: string) => Promise<R>,
): Promise<R> {
  const { tokens, clock, signal } = policy
  let token = await tokens.current()
  let renewed = false
  for (let waits = 0; ;) {
    const reply = await call(token)
    const held = reply.status === 409 && reply.retryAfter !== null && policy.waitWhileHeld === true
    if (reply.status === 401 && !renewed) {
      renewed = true
      token = await tokens.renew()
    } else if (reply.status === 401) {
      throw new ApiError({ kind: 'signed-out' })
    } else if ((reply.status === 429 || held) && waits < mostWaits && !signal?.aborted) {
      waits += 1
      await clock.wait(retryAfterMs(reply.retryAfter, clock.now()), signal)
    } else {
      return reply
    }
  }
}
