/**
 * How many calls may be in flight: fewer when LRS fails or grows slow, more again by itself
 * (additive increase, multiplicative decrease, as TCP does).
 */
export interface Pace {
  /** Not rounded; `allowed` gives the whole number. */
  readonly limit: number
  /** What a call usually takes, in ms; null before the first answer. */
  readonly usualMs: number | null
  /** When the limit was last lowered, in ms: calls that began before do not lower it again. */
  readonly loweredAt: number
}

/** One call that ended. Times in ms since 1970. */
export interface PacedCall {
  readonly startedAt: number
  readonly endedAt: number
  readonly failed: boolean
}

/** A call is slow above four times the usual, and never below two seconds. */
const slowFactor = 4
const slowFloorMs = 2000
/** The usual time follows a service that has grown slower for good by this much a call. */
const drift = 1.005

export function fullPace(most: number): Pace {
  return { limit: most, usualMs: null, loweredAt: -Infinity }
}

/** Whole calls that may be in flight now, 1 or more. */
export function allowed(pace: Pace): number {
  return Math.max(1, Math.floor(pace.limit))
}

/** The pace after a call, never above `most`. */
export function afterCall(pace: Pace, call: PacedCall, most: number): Pace {
  const ms = call.endedAt - call.startedAt
  const slow = pace.usualMs !== null && ms > Math.max(slowFloorMs, pace.usualMs * slowFactor)
  const usualMs = call.failed
    ? pace.usualMs
    : pace.usualMs === null
      ? ms
      : Math.min(ms, pace.usualMs * drift)
  if (!call.failed && !slow) {
    return { ...pace, usualMs, limit: Math.min(most, pace.limit + 1 / allowed(pace)) }
  }
  if (call.startedAt < pace.loweredAt) return { ...pace, usualMs }
  return { usualMs, limit: Math.max(1, pace.limit / 2), loweredAt: call.endedAt }
}
