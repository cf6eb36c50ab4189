import type { EventFacts } from '../event/learningEvent.ts'
import type { Holdings } from './attainment.ts'
import type { AttainmentMapping } from './attainmentMapping.ts'
import { setBesides } from './beside.ts'
import { createCases } from './case.ts'
import type { Case, Differ } from './case.ts'
import { claimById, claimImported, claimLinked, claimShown } from './claimRecords.ts'
import { Claims } from './claims.ts'
import { createIdentities } from './identity.ts'
import { inSourceOrder } from './recognition.ts'
import type { Recognised, Recognition, Subject } from './recognition.ts'
import { createRecords } from './records.ts'
import type { Candidate } from './candidate.ts'
import type { Records } from './records.ts'

export interface RecogniserParts {
  readonly mapping: AttainmentMapping
  readonly differ: Differ
}

/**
 * Recognises the learning events of one learner among the records of ebs, each record by one event:
 * by link, by what the row key saw, by LRS's id, as a record of ebs's own import, and at last as
 * likely the same as another (surface.md, Odd cases). Results in the order of `subjects`.
 */
export function createRecogniser({ mapping, differ }: RecogniserParts) {
  const identities = createIdentities(mapping)
  const recordsOf = createRecords(mapping, identities)
  const { open, lookUp, difference, close } = createCases(identities, differ)
  const isEqual = (one: Case, { attainment }: Candidate): boolean =>
    difference(one, attainment).changes.length === 0
  const aimColumn = mapping.columns.find((column) => column.from === 'aim')?.column ?? ''

  return (subjects: readonly Subject[], holdings: Holdings): readonly Recognised[] => {
    const cases = subjects.map(open)
    const inOrder = inSourceOrder(cases, factsOf)
    const records = recordsOf(holdings)
    const claims = new Claims(cases, records)
    claimLinked(inOrder, claims, holdings, records)
    claimShown(inOrder, claims, records)
    const unlinked = inOrder.filter(isOpen)
    if (unlinked.length > 0) {
      records.expect(unlinked.length)
      for (const one of unlinked) lookUp(one, records)
      claimById(unlinked, claims, aimColumn)
      claimImported(unlinked, claims, isEqual)
      const left = unlinked.filter(isOpen)
      if (left.length > 0) setBesides(cases, left, records, identities)
    }
    for (const one of cases) {
      close(one, one.isOpen ? likely(one, records, claims) : one.recognition)
    }
    return cases
  }

  /** What an event without a record of its own is likely the same as. */
  function likely(one: Case, records: Records, claims: Claims): Recognition {
    if (one.beside?.likelySame) {
      const code = one.beside.attainmentCode
      const attainment = code === null ? null : (records.byCode(code)?.attainment ?? null)
      return { kind: 'likely', attainment, why: 'another event' }
    }
    const byHand = records.byHand(one.subject.written.cells)
    if (byHand.length === 0) return none
    const free = byHand.filter((record) => claims.isFree(record, one) && claims.isUnlinked(record))
    const found = free.find((record) => isEqual(one, record)) ?? free[0]
    return found ? { kind: 'likely', attainment: found.attainment, why: 'keyed by hand' } : none
  }
}

const none: Recognition = { kind: 'none' }
const isOpen = (one: Case): boolean => one.isOpen
const factsOf = ({ subject }: Case): EventFacts => subject.facts
