import type { LearningEvent } from '../../plr/event/learningEvent.ts'

/** What the body of an answer says, before anyone judges it. */
export type Decoded =
  | {
      readonly kind: 'response'
      readonly responseCode: string
      readonly foundUln: string | null
      readonly incomingUln: string | null
      readonly events: readonly LearningEvent[]
    }
  /** A SOAP fault: LRS's own `ErrorCode` (DomainFault or MIAPAPIException), or a bare fault code. */
  | { readonly kind: 'fault'; readonly errorCode: string | null; readonly faultCode: string | null }
  /** `reason` completes "The answer could not be read: …" and quotes nothing of the answer. */
  | { readonly kind: 'unreadable'; readonly reason: string }
