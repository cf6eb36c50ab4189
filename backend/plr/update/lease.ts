import type { Run, Runs } from './ports.ts'

/** A third of the lease, so that one renewal may fail. */
const everyMs = 5_000

export interface Lease {
  isLost(): boolean
  /** Aborted when the run ends early here: nothing more of it is begun, nor committed. */
  readonly ending: AbortSignal
  /** Ends the run early; when it resolves, nothing more of it can be committed and its key is free. */
  giveUp(): Promise<void>
  /** The run has ended. */
  stop(): void
}

/**
 * Renews the lease of a run until stopped, or until it is another's. It is given up at once when the
 * client goes away, whatever the run is doing: the transactions in hand then find it gone.
 */
export function keepLease(
  runs: Pick<Runs, 'renew' | 'release'>,
  run: Run,
  gone: AbortSignal,
  intervalMs = everyMs,
): Lease {
  let lost = false
  let released: Promise<void> | undefined
  const early = new AbortController()
  const ending = AbortSignal.any([gone, early.signal])
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

  const stop = (): void => {
    clearInterval(timer)
    ending.removeEventListener('abort', release)
  }
  function release(): void {
    stop()
    // Where the database does not answer the lease ends by itself.
    released ??= runs.release(run).catch(() => undefined)
  }
  if (ending.aborted) release()
  else ending.addEventListener('abort', release)

  return {
    isLost: () => lost,
    ending,
    async giveUp() {
      early.abort()
      await released
    },
    stop,
  }
}
