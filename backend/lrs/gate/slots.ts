import type { Gate, Turn } from './gate.ts'

/** Places for calls in flight that all replicas of the institution share. */
export interface Slots {
  /** Waits for a place; what it resolves to gives the place back. Rejects when the signal is aborted. */
  take(person: string, signal: AbortSignal): Promise<() => void>
  /** Places taken by this replica. */
  taken(): number
  /** Calls of this replica that wait for a place. */
  waiting(): number
}

/** The replica's own gate, and behind it the places shared with the others. */
export function sharedGate(own: Gate, slots: Slots): Gate {
  return {
    run: (turn: Turn, work) =>
      own.run(turn, async () => {
        const giveBack = await slots.take(turn.person, turn.signal)
        try {
          return await work()
        } finally {
          giveBack()
        }
      }),
    inFlight: slots.taken,
    waiting: () => own.waiting() + slots.waiting(),
  }
}
