import { CircuitState, type IBreaker } from 'cockatiel'

export interface BreakerRule {
  /** How far back calls count, in milliseconds. */
  readonly windowMs: number
  /** With fewer failures than this the breaker stays closed, however large their share. */
  readonly fewestFailures: number
  /** Milliseconds of a clock that never goes back; for tests. */
  readonly now?: () => number
}

/** The calls that ended in one and the same millisecond. */
interface Moment {
  readonly at: number
  failed: number
  other: number
}

/**
 * Tells cockatiel when to stop calling: when more than half of the calls of the window failed, and at
 * least so many of them (surface.md, When a whole download fails). Calls are counted to the
 * millisecond; the first that succeeds after a pause makes it forget what was before.
 */
export function createBreaker({ windowMs, fewestFailures, now = uptime }: BreakerRule): IBreaker {
  const moments: Moment[] = []
  let failed = 0
  let other = 0

  const forgetOld = (before: number): void => {
    for (let oldest = moments[0]; oldest && oldest.at <= before; oldest = moments[0]) {
      failed -= oldest.failed
      other -= oldest.other
      moments.shift()
    }
  }
  const momentNow = (): Moment => {
    const at = now()
    forgetOld(at - windowMs)
    const last = moments.at(-1)
    if (last?.at === at) return last
    const moment = { at, failed: 0, other: 0 }
    moments.push(moment)
    return moment
  }

  return {
    // cockatiel could carry this over a restart; a backend that starts has made no calls yet.
    state: null,
    success(state) {
      if (state === CircuitState.HalfOpen) forgetOld(Infinity)
      momentNow().other += 1
      other += 1
    },
    failure() {
      momentNow().failed += 1
      failed += 1
      return failed >= fewestFailures && failed > other
    },
  }
}

const uptime = (): number => Math.floor(performance.now())
