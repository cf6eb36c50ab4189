import { createFairQueue } from './queue.ts'

/** Who wants to go through the gate. `again` marks a call that has been through before: it goes first. */
export interface Turn {
  readonly person: string
  readonly again: boolean
  readonly signal: AbortSignal
}

/** Lets so many calls of the institution through at a time, and people take turns. */
export interface Gate {
  /** Runs `work` when its turn has come; rejects with the signal's reason when that comes first. */
  run<T>(turn: Turn, work: () => Promise<T>): Promise<T>
  inFlight(): number
  waiting(): number
}

/** `width` says how many may be in flight at this moment; it is asked whenever a place may be free. */
export function createGate(width: () => number): Gate {
  const queue = createFairQueue<() => void>()
  let inFlight = 0

  const admit = () => {
    while (inFlight < width()) {
      const enter = queue.next()
      if (enter === undefined) return
      inFlight += 1
      enter()
    }
  }

  const enter = ({ person, again, signal }: Turn) =>
    new Promise<void>((resolve, reject) => {
      signal.throwIfAborted()
      const go = () => {
        signal.removeEventListener('abort', leave)
        resolve()
      }
      const leave = () => {
        queue.remove(person, go)
        reject(asError(signal.reason))
      }
      signal.addEventListener('abort', leave, { once: true })
      queue.add(person, go, again)
      admit()
    })

  return {
    async run(turn, work) {
      await enter(turn)
      try {
        return await work()
      } finally {
        inFlight -= 1
        admit()
      }
    },
    inFlight: () => inFlight,
    waiting: () => queue.size(),
  }
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('The call was cancelled.', { cause: reason })
}
