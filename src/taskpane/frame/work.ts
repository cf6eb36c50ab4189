import type { Clock } from '../../api/clock.ts'
import { createStore } from '../store.ts'
import type { Store } from '../store.ts'

/** The one piece of work that may run at a time, as the strip at the foot of the pane shows it. */
export interface RunningWork {
  readonly label: string
  readonly done: number
  /** Null while nobody knows how much there is. */
  readonly total: number | null
  readonly problems: number
  /** Why it is slower than usual, or what it waits for. */
  readonly note: string | null
  readonly startedAt: number
  readonly cancelling: boolean
  /** Whether it can be stopped before its end. */
  readonly stoppable: boolean
}

export type WorkProgress = Partial<Pick<RunningWork, 'done' | 'total' | 'problems' | 'note'>>

export interface Job {
  readonly signal: AbortSignal
  report(progress: WorkProgress): void
}

export interface Work {
  readonly running: Store<RunningWork | null>
  /** Runs the job unless another runs; then nothing is done and the answer is null. */
  run<T>(
    label: string,
    total: number | null,
    job: (job: Job) => Promise<T>,
    stoppable?: boolean,
  ): Promise<T | null>
  /** As `run`, of a job that changes nothing: Cancel ends it with null, whatever it was about. */
  look<T>(label: string, job: (signal: AbortSignal) => Promise<T>): Promise<T | null>
  cancel(): void
}

export function createWork(clock: Clock): Work {
  const running = createStore<RunningWork | null>(null)
  let stop: AbortController | null = null

  const run: Work['run'] = async (label, total, job, stoppable = true) => {
    if (running.get()) return null
    const mine = new AbortController()
    stop = mine
    running.set({
      label,
      done: 0,
      total,
      problems: 0,
      note: null,
      startedAt: clock.now(),
      cancelling: false,
      stoppable,
    })
    const report = (progress: WorkProgress) => {
      running.change((now) => now && { ...now, ...progress })
    }
    try {
      return await job({ signal: mine.signal, report })
    } finally {
      running.set(null)
      stop = null
    }
  }

  return {
    running,
    run,
    look: (label, job) =>
      run(label, null, async ({ signal }) => {
        try {
          return await job(signal)
        } catch (error) {
          if (!signal.aborted) throw error
          return null
        }
      }),
    cancel: () => {
      running.change((now) => now && { ...now, cancelling: true })
      stop?.abort()
    },
  }
}
