import type { Logger } from 'pino'

export interface UpkeepParts {
  /** Deletes what is no longer kept. */
  readonly purge: () => Promise<unknown>
  readonly logger: Pick<Logger, 'info' | 'error'>
  /** How long after the start it is done first, and how often from then on. */
  readonly firstMs?: number
  readonly everyMs?: number
}

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/**
 * Does the daily upkeep of the link's own tables, one at a time; several replicas may do it at once.
 * It keeps no process alive, and one that fails is logged and tried again the next day.
 */
export function startUpkeep({
  purge,
  logger,
  firstMs = 5 * minuteMs,
  everyMs = dayMs,
}: UpkeepParts): { stop(): Promise<void> } {
  let stopped = false
  let running: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined

  const run = async (): Promise<void> => {
    try {
      logger.info({ purged: await purge() }, 'the daily upkeep of the link is done')
    } catch (error) {
      logger.error(
        { err: error },
        'the daily upkeep of the link failed; it is tried again tomorrow',
      )
    }
    plan(everyMs)
  }
  const plan = (ms: number): void => {
    if (stopped) return
    timer = setTimeout(() => {
      running = run()
    }, ms)
    timer.unref()
  }

  plan(firstMs)
  return {
    /** Plans no more, and waits for one that is at work. */
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
