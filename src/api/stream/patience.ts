import type { Clock } from '../clock.ts'

const pauses = [1000, 2000, 4000, 8000, 15_000, 15_000]

/**
 * How long work that was broken off is begun again: at once counted anew whenever something came,
 * with growing pauses while nothing does, and given up after the last.
 */
export function createPatience(clock: Clock, signal: AbortSignal) {
  let failures = 0
  return {
    progressed(): void {
      failures = 0
    },
    /** Waits before the next attempt; false when it is time to give up. */
    async again(): Promise<boolean> {
      const pause = pauses[failures]
      failures += 1
      if (pause === undefined || signal.aborted) return false
      await clock.wait(pause, signal)
      return !signal.aborted
    },
  }
}
