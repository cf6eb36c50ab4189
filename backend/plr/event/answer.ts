import type { LearningEvent } from './learningEvent.ts'

/** Whose problem an answer without events is, and so where it is told: on the learner's row, or once. */
export type Concern = 'learner' | 'institution' | 'service'

/**
 * What LRS said of one learner.
 * - `record`: WSRC0004 or WSRC0022 (then `linked` is true and the events belong to `foundUln`).
 * - `refused`: any other ResponseCode, known or not; the learner's own row.
 * - `failed`: no answer of LRS that can be shown: a fault (its `ErrorCode`), or an `LNK…` code of
 *   ours for no answer, unreadable, HTTP error, maintenance; the learner's own row.
 * - `stopped`: one problem of the institution or the service that ends the whole download
 *   (surface.md, When a whole download fails). `code` is the stable code of the `failed` frame.
 */
export type LrsAnswer =
  | {
      readonly kind: 'record'
      readonly responseCode: string
      readonly responseDescription: string
      readonly linked: boolean
      readonly foundUln: string | null
      readonly events: readonly LearningEvent[]
      readonly answeredAt: Date
    }
  | {
      readonly kind: 'refused'
      readonly responseCode: string
      readonly responseDescription: string
      readonly foundUln: string | null
      readonly advice: string
      readonly concern: Concern
    }
  | {
      readonly kind: 'failed'
      readonly errorCode: string
      readonly errorDescription: string
      readonly advice: string
      readonly concern: Concern
    }
  | {
      readonly kind: 'stopped'
      readonly code: string
      /** LRS's own code where it gave one (WSEC0005 …), else null. */
      readonly errorCode: string | null
      readonly detail: string
    }

/** What is asked of LRS; names and ULN have been judged fit to send before. */
export interface LrsQuestion {
  readonly uln: string
  readonly givenName: string
  readonly familyName: string
  readonly dateOfBirth: string | null
}

/** Who asks: LRS writes `userName` into the learner's access audit; `person` gets a fair turn. */
export interface LrsAsker {
  readonly person: string
  readonly userName: string
}

/** The Learning Records Service. `ask` waits for its turn, never throws but for an aborted signal. */
export interface Lrs {
  ask(question: LrsQuestion, asker: LrsAsker, signal: AbortSignal): Promise<LrsAnswer>
}
