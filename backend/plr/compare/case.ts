import type { EventFacts } from '../event/learningEvent.ts'
import type { Beside, Held } from '../rowkey/rowKey.ts'
import type { Candidate } from './candidate.ts'
import type { Cell } from './cell.ts'
import type { Difference } from './difference.ts'
import type { Recognition } from './recognition.ts'
import type { Written } from './written.ts'

/**
 * What a row key says of the download; null while downloading. In an Update the other events of the
 * answer are not there to be seen, so that the key has to say what they were.
 */
export type Shown = { readonly held: Held | null; readonly beside: Beside | null } | null

/** How the parts of an event that a case needs are worked out. */
export interface CaseRules {
  readonly aimOf: (facts: EventFacts) => Cell
  readonly dateOf: (facts: EventFacts) => Cell
  readonly write: (facts: EventFacts) => Written
}

/** One learning event while it is being recognised, and then what it was recognised as. */
export class Case {
  readonly facts: EventFacts
  readonly shown: Shown
  /** By its aim and award date, as they would be written, it is told from others. */
  readonly aim: Cell
  readonly date: Cell
  readonly #rules: CaseRules
  #written: Written | null = null
  /** As long as no record, and no other event, was found for it. */
  isOpen = true
  recognition: Recognition = none
  beside: Beside | null = null
  /** The records that bear its id, and those of its aim and award date. */
  bearers: readonly Candidate[] = nobody
  alike: readonly Candidate[] = nobody
  /** The record that it was compared with last, and how it differs. */
  compared: Candidate | null = null
  difference: Difference | null = null

  constructor(facts: EventFacts, shown: Shown, rules: CaseRules) {
    this.facts = facts
    this.shown = shown
    this.aim = rules.aimOf(facts)
    this.date = rules.dateOf(facts)
    this.#rules = rules
  }

  /** Worked out when somebody asks: mostly a glance shows that nothing is to be written. */
  get written(): Written {
    return (this.#written ??= this.#rules.write(this.facts))
  }
}

const none: Recognition = { kind: 'none' }
const nobody: readonly Candidate[] = []
