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

/** Whether two sources go before and after the same others. */
export function isSameRank(one: EventFacts, other: EventFacts): boolean {
  return one.source === other.source || sourceRank(one) === sourceRank(other)
}

/** What comes of learning events, ordered by their source, then by LRS's id. */
export function inSourceOrder<Item>(
  items: readonly Item[],
  factsOf: (item: Item) => EventFacts,
): readonly Item[] {
  const order = (one: Item, other: Item): number => bySource(factsOf(one), factsOf(other))
  for (let at = 1; at < items.length; at += 1) {
    const [before, here] = [items[at - 1], items[at]]
    const isOrdered = !before || !here || order(before, here) <= 0
    if (!isOrdered) return [...items].sort(order)
  }
  // Mostly LRS sends them so.
  return items
}

/** LRS's ids are numbers: the shorter is the smaller. */
function bySource(one: EventFacts, other: EventFacts): number {
  const ranks = one.source === other.source ? 0 : sourceRank(one) - sourceRank(other)
  if (ranks !== 0) return ranks
  const lengths = one.id.length - other.id.length
  if (lengths !== 0 || one.id < other.id) return lengths || -1
  return one.id === other.id ? 0 : 1
}
