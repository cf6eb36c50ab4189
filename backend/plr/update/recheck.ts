import { eventFactNames, eventKey } from '../event/learningEvent.ts'
import type { EventFacts, LearningEvent } from '../event/learningEvent.ts'
import type { Lrs, LrsAnswer, LrsAsker } from '../event/answer.ts'
import { problemOf, questionOf } from '../learner/eligibility.ts'
import type { EligibilityRules } from '../learner/eligibility.ts'
import { settle } from './openRows.ts'
import type { OpenRow, Settled } from './openRows.ts'
import type { ScreenedLearner } from './screen.ts'

export interface RecheckParts {
  readonly lrs: Lrs
  readonly eligibility: EligibilityRules
  readonly now: () => Date
  /** RECHECK_AFTER_MINUTES; 0 = always. */
  readonly recheckAfterMinutes: number
}

export type Rechecked =
  | {
      readonly kind: 'checked'
      readonly asked: readonly OpenRow[]
      readonly settled: readonly Settled[]
    }
  | Extract<LrsAnswer, { kind: 'stopped' }>

const differs = 'LRS now sends this row otherwise. Refresh, then look at it again.'
const gone = 'LRS no longer sends this row. Refresh, then look at the learner again.'
const otherLearner = 'LRS now answers with the record of another ULN. Refresh, then look again.'

/**
 * Reads a learner with rows older than RECHECK_AFTER_MINUTES from LRS again, once, before anything is
 * written; rows that LRS sends otherwise, no longer sends, or cannot be asked for, fail.
 */
export async function recheck(
  parts: RecheckParts,
  { found, asked }: ScreenedLearner,
  asker: LrsAsker,
  signal: AbortSignal,
): Promise<Rechecked> {
  const oldest = parts.now().getTime() / 1000 - parts.recheckAfterMinutes * 60
  const isOld = (row: OpenRow): boolean =>
    parts.recheckAfterMinutes === 0 || row.content.answeredAt < oldest
  const old = asked.filter(isOld)
  if (old.length === 0) return { kind: 'checked', asked, settled: [] }

  const problem = problemOf(found, parts.eligibility)
  const answer = problem ?? (await parts.lrs.ask(questionOf(found.learner), asker, signal))
  if ('kind' in answer && answer.kind === 'stopped') return answer
  const reasonOf = judgeBy(answer)
  const settled = old.flatMap((row) => {
    const reason = reasonOf(row)
    return reason === null ? [] : [settle(row, 'failed', reason)]
  })
  const failed = new Set(settled.map((row) => row.rowDigest))
  return { kind: 'checked', asked: asked.filter((row) => !failed.has(row.rowDigest)), settled }
}

type Answer = Exclude<LrsAnswer, { kind: 'stopped' }> | { readonly description: string }

function judgeBy(answer: Answer): (row: OpenRow) => string | null {
  const unasked = (why: string) => () => `LRS could not be asked again: ${why}`
  if (!('kind' in answer)) return unasked(answer.description)
  if (answer.kind === 'refused') return unasked(answer.responseDescription)
  if (answer.kind === 'failed') return unasked(answer.errorDescription)
  const events = new Map(answer.events.map((event) => [eventKey(event), event]))
  return ({ content }) => {
    if ((answer.foundUln ?? content.askedUln) !== (content.foundUln ?? content.askedUln)) {
      return otherLearner
    }
    const event = events.get(eventKey(content.facts))
    if (!event) return gone
    return isSame(content.facts, event) ? null : differs
  }
}

/** Row keys cut texts that LRS sends at absurd length, never below this. */
const uncut = 30

function isSame(shown: EventFacts, now: LearningEvent): boolean {
  return eventFactNames.every((name) => {
    const [before, after] = [shown[name], now[name]]
    if (before === after) return true
    return (
      typeof before === 'string' &&
      typeof after === 'string' &&
      before.length >= uncut &&
      after.startsWith(before)
    )
  })
}
