import type { EventFacts } from '../event/learningEvent.ts'
import type { Beside, Held } from '../rowkey/rowKey.ts'
import type { Attainment } from './attainment.ts'
import type { Difference } from './difference.ts'
import type { Written } from './written.ts'

/** One learning event that is to be recognised among a learner's records. */
export interface Subject {
  readonly facts: EventFacts
  readonly written: Written
  /**
   * What its row key says of the download; null while downloading. In an Update the other events of
   * the answer are not there to be seen, so that the key has to say what they were.
   */
  readonly shown: { readonly held: Held | null; readonly beside: Beside | null } | null
}

/** What a learning event is recognised as. */
export type Recognition =
  | { readonly kind: 'record'; readonly attainment: Attainment }
  | {
      readonly kind: 'likely'
      /** Null when the other event has no record in ebs yet. */
      readonly attainment: Attainment | null
      readonly why: 'keyed by hand' | 'another event'
    }
  | { readonly kind: 'none' }

export interface Recognised {
  readonly subject: Subject
  readonly recognition: Recognition
  /** How the event differs from the record it is, or is likely, the same as. */
  readonly difference: Difference | null
  readonly beside: Beside | null
}

/** Which source goes first where two tell of one qualification (surface.md, Odd cases). */
const sourceOrder = ['NPD', 'AO', 'QCFU', 'ILR']

export function sourceRank({ source }: Pick<EventFacts, 'source'>): number {
  const known = sourceOrder.indexOf(source ?? '')
  const rank = known === -1 ? sourceOrder.indexOf(source?.trim().toUpperCase() ?? '') : known
  return rank === -1 ? sourceOrder.length : rank
}

/** Events ordered by their source, then by LRS's id. */
export function inSourceOrder(subjects: readonly Subject[]): readonly Subject[] {
  const ranked = subjects.map((subject) => ({
    subject,
    rank: sourceRank(subject.facts),
    id: Number(subject.facts.id),
  }))
  const order = (one: (typeof ranked)[number], other: (typeof ranked)[number]): number =>
    one.rank - other.rank || one.id - other.id
  // Mostly LRS sends them so.
  const isOrdered = ranked.every((one, at) => {
    const before = ranked[at - 1]
    return before === undefined || order(before, one) <= 0
  })
  return isOrdered ? subjects : ranked.sort(order).map(({ subject }) => subject)
}
