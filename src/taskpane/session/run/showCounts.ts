import type { Clock } from '../../../api/clock.ts'

/** Counts on the screen are at most so old while rows arrive, on a sheet that is read at once. */
const everyMs = 2_000
/** Reading a large sheet takes time that writing needs: at most one part in so many. */
const share = 10

/**
 * Reads the counts anew as rows arrive, now and then. Whoever calls does not wait, and a reading that
 * fails is made up for by that at the end of the run.
 */
export function createCountShower(read: () => Promise<void>, clock: Pick<Clock, 'now'>) {
  let due = Number.NEGATIVE_INFINITY
  let reading = false

  const show = async () => {
    const from = clock.now()
    await read().catch(() => undefined)
    const to = clock.now()
    due = to + Math.max(everyMs, (to - from) * share)
    reading = false
  }

  return (): void => {
    if (reading || clock.now() < due) return
    reading = true
    void show()
  }
}
