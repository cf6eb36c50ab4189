import type { Clock } from '../../api/clock.ts'

/** So many things may wait to be written before the sender is made to wait as well. */
const mostWaiting = 200
/** A breath between two writes, so that Excel can draw and others can work. */
const breathMs = 200

/**
 * Collects what arrives and hands it on in as few writes as the receiver's own pace allows: one
 * write at a time, each with all that came meanwhile. The first failed write stops everything.
 */
export function createBatcher<T>(write: (batch: T[]) => Promise<void>, clock: Clock) {
  let waiting: T[] = []
  let writing: Promise<void> | null = null
  let failure: { readonly error: unknown } | null = null
  let ending = false

  const drain = async () => {
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      await write(batch)
      if (!ending) await clock.wait(breathMs)
    }
  }
  const start = () => {
    writing ??= drain()
      .catch((error: unknown) => {
        failure = { error }
      })
      .finally(() => {
        writing = null
      })
    return writing
  }
  const check = () => {
    if (failure) throw failure.error
  }
  return {
    /** Takes one more; resolves when there is room for another. */
    add: async (item: T): Promise<void> => {
      check()
      waiting.push(item)
      const now = start()
      if (waiting.length >= mostWaiting) await now
      check()
    },
    /** Writes what is left and resolves when all is written. */
    end: async (): Promise<void> => {
      ending = true
      while ((waiting.length > 0 || writing) && !failure) await start()
      ending = false
      check()
    },
  }
}
