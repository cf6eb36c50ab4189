import { eventKey } from '../event/learningEvent.ts'
import type { Case } from './case.ts'
import type { Candidate } from './candidate.ts'
import type { Records } from './records.ts'

const none: readonly Candidate[] = []

/** Keeps that one record is claimed by one event. A class, since one is made for every learner. */
export class Claims {
  readonly #cases: readonly Case[]
  readonly #records: Records
  #present: ReadonlySet<string> | null = null

  constructor(cases: readonly Case[], records: Records) {
    this.#cases = cases
    this.#records = records
  }

  claim(one: Case, record: Candidate | undefined): void {
    if (!record || !one.isOpen || record.isClaimed) return
    record.isClaimed = true
    one.isOpen = false
    one.recognition = { kind: 'record', record }
  }

  isFree({ isClaimed, attainmentCode }: Candidate, { shown }: Case): boolean {
    return !isClaimed && attainmentCode !== shown?.beside?.attainmentCode
  }

  isUnlinked(record: Candidate): boolean {
    return this.#records.linkedTo(record).length === 0
  }

  /** Of records of ebs's own import, those that the event may claim, the likeliest first. */
  imported(one: Case): readonly Candidate[] {
    const candidates = one.alike
    const only = candidates[0]
    // Nearly always there is one or none, and nothing is linked.
    if (only === undefined) return none
    if (candidates.length === 1 && this.isUnlinked(only)) {
      return this.isFree(only, one) ? candidates : none
    }
    const free = candidates.filter((record) => this.isFree(record, one))
    const unlinked = free.filter((record) => this.isUnlinked(record))
    if (unlinked.length === free.length || one.shown?.beside) return unlinked
    return [...unlinked, ...free.filter((record) => this.#isOrphan(record))]
  }

  /** Linked, but only to events that LRS no longer sends. */
  #isOrphan(record: Candidate): boolean {
    const events = this.#records.linkedTo(record)
    const present = (this.#present ??= new Set(this.#cases.map(({ facts }) => eventKey(facts))))
    return events.length > 0 && events.every((event) => !present.has(event))
  }
}
