import { eventKey } from '../event/learningEvent.ts'
import type { Attainment, Holdings } from './attainment.ts'
import type { AttainmentMapping } from './attainmentMapping.ts'
import { besideOf } from './beside.ts'
import { createClaims } from './claims.ts'
import type { Claims } from './claims.ts'
import type { Difference } from './difference.ts'
import { sourceRank } from './recognition.ts'
import type { Recognition, Recognised, Subject } from './recognition.ts'
import { createIdentity, createRecords } from './records.ts'
import type { Records } from './records.ts'
import { aimOf } from './written.ts'
import type { Written } from './written.ts'

export interface RecogniserParts {
  readonly mapping: AttainmentMapping
  readonly differ: (written: Written, record: Attainment['values']) => Difference
}

/**
 * Recognises the learning events of one learner among the records of ebs, each record by one event:
 * by link, by what the row key saw, by LRS's id, as a record of ebs's own import, and at last as
 * likely the same as another (surface.md, Odd cases). Results in the order of `subjects`.
 */
export function createRecogniser({ mapping, differ }: RecogniserParts) {
  const recordsOf = createRecords(mapping)
  const identityOf = createIdentity(mapping)
  const aimColumn = mapping.columns.find((column) => column.from === 'aim')?.column ?? ''

  return (subjects: readonly Subject[], holdings: Holdings): readonly Recognised[] => {
    const records = recordsOf(holdings)
    const claims = createClaims(subjects, records)
    const differences = new Map<Subject, [Attainment, Difference]>()
    const difference = (subject: Subject, attainment: Attainment): Difference => {
      const known = differences.get(subject)
      if (known?.[0] === attainment) return known[1]
      const made = differ(subject.written, attainment.values)
      differences.set(subject, [attainment, made])
      return made
    }
    const isEqual = (subject: Subject, attainment: Attainment): boolean =>
      difference(subject, attainment).changes.length === 0
    const identities = new Map<Subject, string | null>()
    const identity = (subject: Subject): string | null => {
      const known = identities.get(subject)
      if (known !== undefined) return known
      const made = identityOf(subject.written.values)
      identities.set(subject, made)
      return made
    }

    claimLinked(claims, holdings, records)
    claimById(claims, records, aimColumn)
    claimImported(claims, records, identity, isEqual)

    const besides = besideOf(subjects, claims.found, identity, records, claims.isClaimed)
    const recognitionOf = (subject: Subject): Recognition => {
      const found = claims.found.get(subject)
      if (found) return found
      const beside = besides.get(subject)
      if (beside?.likelySame) {
        const code = beside.attainmentCode
        const attainment = code === null ? null : (records.byCode(code) ?? null)
        return { kind: 'likely', attainment, why: 'another event' }
      }
      const byHand = records
        .byHand(subject.written)
        .filter((one) => claims.isFree(one, subject) && claims.isUnlinked(one))
      const attainment = byHand.find((one) => isEqual(subject, one)) ?? byHand[0]
      return attainment ? { kind: 'likely', attainment, why: 'keyed by hand' } : { kind: 'none' }
    }
    return subjects.map((subject) => {
      const recognition = recognitionOf(subject)
      const attainment = recognition.kind === 'none' ? null : recognition.attainment
      return {
        subject,
        recognition,
        difference: attainment && difference(subject, attainment),
        beside: besides.get(subject) ?? null,
      }
    })
  }
}

/** By link; of two events linked to one record, the second is only likely the same. Then by row key. */
function claimLinked(
  { open, claim, found, isClaimed }: Claims,
  holdings: Holdings,
  records: Records,
): void {
  if (holdings.links.size > 0) {
    for (const subject of open()) {
      const code = holdings.links.get(eventKey(subject.facts))
      const attainment = code === undefined ? undefined : records.byCode(code)
      if (attainment && isClaimed(attainment)) {
        found.set(subject, { kind: 'likely', attainment, why: 'another event' })
      }
      claim(subject, attainment)
    }
  }
  for (const subject of open()) {
    if (subject.shown?.held) claim(subject, records.byCode(subject.shown.held.attainmentCode))
  }
}

/** By LRS's id, first where the aim agrees too: ids are only unique within a source. */
function claimById(
  { open, claim, isFree, isUnlinked }: Claims,
  records: Records,
  aimColumn: string,
): void {
  // Judged without the others of its answer, one that stood beside another leaves ids alone.
  const bearing = (subject: Subject): readonly Attainment[] => {
    const found = subject.shown?.beside ? [] : records.byEventId(subject.facts.id)
    return found.length === 0
      ? found
      : found.filter((one) => isFree(one, subject) && isUnlinked(one))
  }
  for (const subject of open()) {
    const found = bearing(subject)
    if (found.length === 0) continue
    const aim = aimOf(subject.facts.subjectCode)
    claim(
      subject,
      found.find((attainment) => attainment.values[aimColumn] === aim),
    )
  }
  for (const subject of open()) claim(subject, bearing(subject)[0])
}

/** As a record of ebs's own import: source by source, within one those that equal a record first. */
function claimImported(
  { open, claim, imported }: Claims,
  records: Records,
  identity: (subject: Subject) => string | null,
  isEqual: (subject: Subject, attainment: Attainment) => boolean,
): void {
  const ranks = new Map<number, Subject[]>()
  for (const subject of open()) {
    const rank = sourceRank(subject.facts)
    const peers = ranks.get(rank)
    if (peers) peers.push(subject)
    else ranks.set(rank, [subject])
  }
  // `open` gives them in the order of their sources.
  for (const peers of ranks.values()) {
    const candidates = (subject: Subject): readonly Attainment[] =>
      imported(subject, records.byIdentity(identity(subject)))
    const unequal = peers.filter((subject) => {
      const equal = candidates(subject).find((attainment) => isEqual(subject, attainment))
      claim(subject, equal)
      return equal === undefined
    })
    for (const subject of unequal) claim(subject, candidates(subject)[0])
  }
}
