import type { Clock } from '../clock.ts'

/** A clock that stands until it is moved. */
export interface FakeClock extends Clock {
  /** Lets so much time pass: everything that was waiting for a moment in it goes on. */
  pass(ms: number): Promise<void>
  /** How many are waiting, and for how long from now at most. */
  waiting(): readonly number[]
}

export function createFakeClock(start = 0): FakeClock {
  let now = start
  let timers: { at: number; go: () => void }[] = []
  return {
    now: () => now,
    wait: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) {
          resolve()
          return
        }
        const timer = {
          at: now + ms,
          go: () => {
            timers = timers.filter((each) => each !== timer)
            resolve()
          },
        }
        timers.push(timer)
        signal?.addEventListener('abort', timer.go)
      }),
    pass: async (ms) => {
      now += ms
      for (const timer of timers.filter(({ at }) => at <= now)) timer.go()
      await new Promise((resolve) => setTimeout(resolve, 0))
    },
    waiting: () => timers.map(({ at }) => at - now),
  }
}

/** A clock on which every wait is over at once; the waits are noted. */
export function createHastyClock(): Clock & { readonly waits: number[] } {
  const waits: number[] = []
  return {
    waits,
    now: () => 0,
    wait: (ms, signal) => {
      // A wait that guards against silence never ends by itself here.
      if (ms >= 20_000) {
        return new Promise((resolve) => {
          signal?.addEventListener('abort', () => {
            resolve()
          })
        })
      }
      waits.push(ms)
      return new Promise((resolve) => setTimeout(resolve, 0))
    },
  }
}
