import type { LrsLogger } from '../options.ts'
import { afterCall, allowed, fullPace, type PacedCall } from './pace.ts'
import { afterVerdict, doubted, unproven, type Verdict } from './proof.ts'

/** A call that ended, for what it says of LRS's pace and of our credentials. */
export interface FlowCall extends PacedCall {
  readonly generation: number
  readonly verdict: Verdict
}

/** How many calls may be in flight at this moment, and why. */
export interface Flow {
  allowed(): number
  /** To be asked when a call starts and given back with what came of it. */
  generation(): number
  /** Whether LRS has accepted the credentials as they are now. */
  proven(): boolean
  seen(call: FlowCall): void
  /** Something about the credentials has changed: the next call goes alone. */
  doubt(): void
}

/** `most` is the batch size. Says in the log when it slows down and when it is back to full. */
export function createFlow(most: number, logger: LrsLogger): Flow {
  let pace = fullPace(most)
  let proof = unproven

  return {
    allowed: () => (proof.proven ? allowed(pace) : Math.min(most, proof.width)),
    generation: () => proof.generation,
    proven: () => proof.proven,
    seen(call) {
      const before = allowed(pace)
      pace = afterCall(pace, call, most)
      proof = afterVerdict(proof, call.verdict, call.generation)
      const after = allowed(pace)
      if (after < before) {
        logger.warn({ inFlight: after, most }, 'LRS is slow or failing: fewer calls in flight')
      } else if (after === most && before < most) {
        logger.info(
          { inFlight: most },
          'LRS answers as usual again: full number of calls in flight',
        )
      }
    },
    doubt() {
      proof = doubted(proof)
    },
  }
}
