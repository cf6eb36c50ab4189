import type { Attainment, AttainmentValues } from './attainment.ts'
import type { Beside } from '../rowkey/rowKey.ts'
import type { Difference } from './difference.ts'
import type { Identities, Identity } from './identity.ts'
import type { Recognised, Recognition, Subject } from './recognition.ts'
import type { Candidate } from './candidate.ts'
import type { Records } from './records.ts'
import type { Written } from './written.ts'

/** One learning event while it is being recognised, and then what it was recognised as. */
export interface Case extends Recognised {
  /** As long as no record, and no other event, was found for it. */
  isOpen: boolean
  recognition: Recognition
  beside: Beside | null
  /** What an event that no link has found is looked for by. */
  identity: Identity | null
  /** The records that bear its id, and those of its identity. */
  bearers: readonly Candidate[]
  alike: readonly Candidate[]
  /** The record that it was compared with last, and how it differs. */
  compared: Attainment | null
  difference: Difference | null
}

export type Differ = (written: Written, record: AttainmentValues) => Difference

const none: Recognition = { kind: 'none' }
const nobody: readonly Candidate[] = []

/** Opens the cases of some events, closes them, and compares each with a record once. */
export function createCases(identities: Identities, differ: Differ) {
  const difference = (one: Case, attainment: Attainment): Difference => {
    if (one.difference !== null && one.compared === attainment) return one.difference
    one.compared = attainment
    one.difference = differ(one.subject.written, attainment.values)
    return one.difference
  }
  return {
    open: (subject: Subject): Case => ({
      subject,
      isOpen: true,
      recognition: none,
      beside: null,
      identity: null,
      bearers: nobody,
      alike: nobody,
      compared: null,
      difference: null,
    }),
    difference,
    lookUp(one: Case, records: Records): void {
      one.identity = identities.ofEvent(one.subject.written.cells)
      one.bearers = records.byEventId(one.subject.facts.id)
      one.alike = records.byIdentity(one.identity)
    },
    /** The difference that is left is the one from the record it was recognised as. */
    close(one: Case, recognition: Recognition): void {
      one.isOpen = false
      one.recognition = recognition
      if (recognition.kind === 'none' || recognition.attainment === null) one.difference = null
      else difference(one, recognition.attainment)
    },
  }
}
