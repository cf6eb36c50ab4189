import type { EventFacts } from '../event/learningEvent.ts'
import type { Candidate } from './candidate.ts'

/** What a learning event is recognised as. */
export type Recognition =
  | { readonly kind: 'record'; readonly record: Candidate }
  | {
      readonly kind: 'likely'
      /** Null when the other event has no record in ebs yet. */
      readonly record: Candidate | null
      readonly why: 'keyed by hand' | 'another event'
    }
  | { readonly kind: 'none' }

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

/** What has the facts of learning events, ordered by their source, then by LRS's id. */
export function inSourceOrder<Item extends { readonly facts: EventFacts }>(
  items: readonly Item[],
): readonly Item[] {
  for (let at = 1; at < items.length; at += 1) {
    const [before, here] = [items[at - 1], items[at]]
    if (before && here && bySource(before.facts, here.facts) > 0) {
      return items.toSorted((one, other) => bySource(one.facts, other.facts))
    }
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
