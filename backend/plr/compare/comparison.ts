import type { FieldChange } from '../../../contract/index.ts'
import type { EventFacts } from '../event/learningEvent.ts'
import type { Beside, Held } from '../rowkey/rowKey.ts'
import type { AttainmentValues, Holdings } from './attainment.ts'

/** What Update would do with one learning event. */
export interface Comparison {
  readonly status: 'New' | 'Changed' | 'Same' | 'Review'
  /** Why a decision is needed, and every note (a title cut, a value left out); null when nothing to say. */
  readonly reason: string | null
  readonly action: 'insert' | 'update' | 'none'
  /** What writing would change; of an insert every column written, `from` null. */
  readonly changes: readonly FieldChange[]
  /** The columns that writing would set. */
  readonly set: AttainmentValues
  /** The record this event is recognised as, as it stands now; null for an insert. */
  readonly held: Held | null
  /** A record that is likely the same (keyed by hand, or another event's): never overwritten without a decision. */
  readonly likelySame: string | null
  /** For the row key: another event of the answer with the same aim and award date, or null. */
  readonly beside: Beside | null
  /** Set when the row cannot be written at all (a required value does not fit): the row fails with it. */
  readonly unwritable: string | null
}

/** Compares all learning events of one learner with what ebs holds; results in the order of `events`. */
export type CompareLearner = (
  events: readonly EventFacts[],
  holdings: Holdings,
  linkedUln: boolean,
) => readonly Comparison[]
