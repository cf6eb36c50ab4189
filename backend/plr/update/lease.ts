import type { Run, Runs } from './ports.ts'

/** A third of the lease, so that one renewal may fail. */
const everyMs = 5_000

export interface Lease {
  isLost(): boolean
  stop(): void
}

/** Renews the lease of a run until stopped, or until it is another's. */
export function keepLease(runs: Pick<Runs, 'renew'>, run: Run, intervalMs = everyMs): Lease {
  let lost = false
  const timer = setInterval(() => {
    runs.renew(run).then(
      (held) => {
        if (!held) lost = true
      },
      // The database does not answer: the transactions of the run say so themselves.
      () => undefined,
    )
  }, intervalMs)
  timer.unref()
  return { isLost: () => lost, stop: () => clearInterval(timer) }
}
