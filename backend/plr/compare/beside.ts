import type { Beside } from '../rowkey/rowKey.ts'
import type { Candidate } from './candidate.ts'
import type { Case } from './case.ts'
import type { Identities } from './identity.ts'
import { inSourceOrder, sourceRank } from './recognition.ts'
import type { Records } from './records.ts'

/**
 * For events without a record of their own: the other event of the answer with the same aim and award
 * date. From another source that goes first, or that has a record already, it is likely the same.
 */
export function setBesides(
  cases: readonly Case[],
  open: readonly Case[],
  records: Records,
  identities: Identities,
): void {
  const ofAim = ofSameAim(cases, open)
  for (const one of cases) {
    const { shown } = one
    if (shown?.beside) {
      one.beside = stillBeside(shown.beside, one, records)
    } else if (one.isOpen && !shown) {
      one.beside = besideOf(one, ofAim.get(one.aim.plain ?? '') ?? [], identities)
    }
  }
}

/** The events of a download by their aim, where one of that aim is open. */
function ofSameAim(
  cases: readonly Case[],
  open: readonly Case[],
): ReadonlyMap<string, readonly Case[]> {
  const found = new Map<string, Case[]>()
  for (const { aim } of open) if (aim.plain !== null) found.set(aim.plain, [])
  for (const one of cases) {
    if (one.aim.plain !== null && !one.shown) found.get(one.aim.plain)?.push(one)
  }
  return found
}

/** Of an event that is not recognised; `sameAim` has it, too. */
function besideOf(one: Case, sameAim: readonly Case[], { areSame }: Identities): Beside | null {
  const others = sameAim.filter((other) => other !== one && areSame(one, other))
  const beside = others.length === 0 ? null : nearest(one, others)
  const likelySame = beside?.likelySame ?? false
  if (likelySame && beside?.attainmentCode !== null) return beside
  // What it would be recognised as, were the other event not there that has claimed it.
  const taken = one.bearers.find(isClaimed) ?? one.alike.find(isClaimed)
  return taken ? { attainmentCode: taken.attainmentCode, likelySame } : beside
}

const isClaimed = (record: Candidate): boolean => record.isClaimed

function nearest(one: Case, alike: readonly Case[]): Beside {
  const others = inSourceOrder(alike)
  const { facts } = one
  const rank = sourceRank(facts)
  const first = others.filter(
    (other) =>
      other.facts.source !== facts.source && (!other.isOpen || sourceRank(other.facts) < rank),
  )
  const likely = first.find((other) => codeOf(other) !== null) ?? first[0]
  const beside = likely ?? others.find((other) => codeOf(other) !== null) ?? others[0]
  return { attainmentCode: beside ? codeOf(beside) : null, likelySame: likely !== undefined }
}

function codeOf({ recognition }: Case): string | null {
  return recognition.kind === 'record' ? recognition.record.attainmentCode : null
}

/** The other event may have got its record since: then that is the one likely the same. */
function stillBeside(beside: Beside, one: Case, records: Records): Beside {
  if (beside.attainmentCode !== null) return beside
  const since = records.byIdentity(one).find((record) => records.linkedTo(record).length > 0)
  return { ...beside, attainmentCode: since?.attainmentCode ?? null }
}
