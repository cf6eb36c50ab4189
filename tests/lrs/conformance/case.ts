import type { LrsAnswer, LrsQuestion } from '../../../backend/plr/event/answer.ts'

/** One thing to show a tester: who is asked for, and what has to come back. */
export interface ConformanceCase {
  readonly title: string
  readonly question: LrsQuestion
  readonly expected: Expected
  /** Switches of the simulator for this case (sandbox/lrs/faults/names.ts). */
  readonly switches?: string
}

export interface Expected {
  readonly kind: LrsAnswer['kind']
  /** The ResponseCode or ErrorCode. */
  readonly code: string
}

/** The code that an answer carries, LRS's own or the link's. */
export function codeOf(answer: LrsAnswer): string | null {
  return answer.kind === 'record' || answer.kind === 'refused'
    ? answer.responseCode
    : answer.errorCode
}
