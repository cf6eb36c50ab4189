import { eventKey } from '../event/learningEvent.ts'
import { aimOf } from './aim.ts'
import type { Holdings } from './attainment.ts'
import type { Case } from './case.ts'
import type { Claims } from './claims.ts'
import { isSameRank } from './recognition.ts'
import type { Candidate } from './candidate.ts'
import type { Records } from './records.ts'

/** By link; of two events linked to one record, the second is only likely the same. */
export function claimLinked(
  cases: readonly Case[],
  claims: Claims,
  { links }: Holdings,
  records: Records,
): void {
  if (links.size === 0) return
  for (const one of cases) {
    const code = links.get(eventKey(one.facts))
    const record = code === undefined ? undefined : records.byCode(code)
    if (record?.isClaimed) {
      one.isOpen = false
      one.recognition = { kind: 'likely', record, why: 'another event' }
    } else claims.claim(one, record)
  }
}

/** By what the row key saw. */
export function claimShown(cases: readonly Case[], claims: Claims, records: Records): void {
  for (const one of cases) {
    const held = one.shown?.held
    if (held) claims.claim(one, records.byCode(held.attainmentCode))
  }
}

/** By LRS's id, first where the aim agrees too: ids are only unique within a source. */
export function claimById(cases: readonly Case[], claims: Claims, aimColumn: string): void {
  const bearing = cases.filter((one) => one.bearers.length > 0)
  if (bearing.length === 0) return
  for (const one of bearing) {
    const aim = aimOf(one.facts.subjectCode)
    const found = bearersOf(one, claims)
    claims.claim(
      one,
      found.find(({ values }) => values[aimColumn] === aim),
    )
  }
  for (const one of bearing) claims.claim(one, bearersOf(one, claims)[0])
}

/** The records by whose id an event may still be recognised. */
function bearersOf(one: Case, claims: Claims): readonly Candidate[] {
  // Judged without the others of its answer, one that stood beside another leaves ids alone.
  if (one.shown?.beside) return none
  return one.bearers.filter((record) => claims.isFree(record, one) && claims.isUnlinked(record))
}

const none: readonly Candidate[] = []

/** As a record of ebs's own import: source by source, within one those that equal a record first. */
export function claimImported(
  cases: readonly Case[],
  claims: Claims,
  isEqual: (one: Case, record: Candidate) => boolean,
): void {
  // The cases of one source stand together.
  let first = 0
  for (let at = 0; at < cases.length; at += 1) {
    const one = cases[at]
    const before = cases[first]
    if (!one || !before) continue
    if (!isSameRank(one.facts, before.facts)) {
      claimUnequal(cases, first, at, claims)
      first = at
    }
    if (!one.isOpen) continue
    for (const record of claims.imported(one)) {
      if (one.isOpen && isEqual(one, record)) claims.claim(one, record)
    }
  }
  claimUnequal(cases, first, cases.length, claims)
}

function claimUnequal(cases: readonly Case[], from: number, to: number, claims: Claims): void {
  for (let at = from; at < to; at += 1) {
    const one = cases[at]
    if (one?.isOpen) claims.claim(one, claims.imported(one)[0])
  }
}
