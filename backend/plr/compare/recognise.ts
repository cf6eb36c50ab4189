import type { AttainmentValues, Holdings } from './attainment.ts'
import type { AttainmentMapping } from './attainmentMapping.ts'
import { setBesides } from './beside.ts'
import type { Candidate } from './candidate.ts'
import type { Case } from './case.ts'
import { claimById, claimImported, claimLinked, claimShown } from './claimRecords.ts'
import { Claims } from './claims.ts'
import { nothing } from './difference.ts'
import type { Difference } from './difference.ts'
import type { Fields } from './fields.ts'
import type { Glance } from './glance.ts'
import { createIdentities } from './identity.ts'
import { inSourceOrder } from './recognition.ts'
import type { Recognition } from './recognition.ts'
import { createRecords } from './records.ts'
import type { Records } from './records.ts'
import type { Written } from './written.ts'

export interface RecogniserParts {
  readonly mapping: AttainmentMapping
  readonly fields: Fields
  readonly glance: Glance
  readonly differ: (written: Written, record: AttainmentValues) => Difference
}

/**
 * Recognises the learning events of one learner among the records of ebs, each record by one event:
 * by link, by what the row key saw, by LRS's id, as a record of ebs's own import, and at last as
 * likely the same as another (surface.md, Odd cases). What it finds is put into the cases.
 */
export function createRecogniser({ mapping, fields, glance, differ }: RecogniserParts) {
  const identities = createIdentities(fields)
  const recordsOf = createRecords(mapping.source, fields, identities)
  const aimColumn = mapping.columns.find((column) => column.from === 'aim')?.column ?? ''

  return (cases: readonly Case[], holdings: Holdings): void => {
    const inOrder = inSourceOrder(cases)
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
  }

  function lookUp(one: Case, records: Records): void {
    one.bearers = records.byEventId(one.facts.id)
    one.alike = records.byIdentity(one)
  }

  function isEqual(one: Case, record: Candidate): boolean {
    return difference(one, record).changes.length === 0
  }

  /** Each event is compared with a record once. */
  function difference(one: Case, record: Candidate): Difference {
    if (one.difference !== null && one.compared === record) return one.difference
    const { values } = record
    one.compared = record
    one.difference = glance(one, values) ? nothing : differ(one.written, values)
    return one.difference
  }

  /** What an event without a record of its own is likely the same as. */
  function likely(one: Case, records: Records, claims: Claims): Recognition {
    if (one.beside?.likelySame) {
      const code = one.beside.attainmentCode
      const record = code === null ? null : (records.byCode(code) ?? null)
      return { kind: 'likely', record, why: 'another event' }
    }
    const byHand = records.byHand(one)
    if (byHand.length === 0) return none
    const free = byHand.filter((record) => claims.isFree(record, one) && claims.isUnlinked(record))
    const record = free.find((each) => isEqual(one, each)) ?? free[0]
    return record ? { kind: 'likely', record, why: 'keyed by hand' } : none
  }

  /** The difference that is left is the one from the record it was recognised as. */
  function close(one: Case, recognition: Recognition): void {
    one.isOpen = false
    one.recognition = recognition
    if (recognition.kind === 'none' || recognition.record === null) one.difference = null
    else difference(one, recognition.record)
  }
}

const none: Recognition = { kind: 'none' }
const isOpen = (one: Case): boolean => one.isOpen
