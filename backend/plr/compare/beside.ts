import type { Beside } from '../rowkey/rowKey.ts'
import type { Case } from './case.ts'
import { sameIdentity } from './identity.ts'
import type { Identities, Identity } from './identity.ts'
import { inSourceOrder, sourceRank } from './recognition.ts'
import type { Candidate } from './candidate.ts'
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
  const ofAim = ofSameAim(cases, open, identities)
  for (const one of cases) {
    const { shown, written } = one.subject
    if (shown?.beside) {
      one.beside = stillBeside(shown.beside, identities.ofEvent(written.cells), records)
    } else if (one.isOpen && !shown) {
      one.beside = besideOf(one, ofAim.get(one.identity?.aim ?? '') ?? [])
    }
  }
}

/** The events of a download by their aim, where one of that aim is open. */
function ofSameAim(
  cases: readonly Case[],
  open: readonly Case[],
  { aimOfEvent, ofEvent }: Identities,
): ReadonlyMap<string, readonly Case[]> {
  const found = new Map<string, Case[]>()
  for (const { identity } of open) if (identity !== null) found.set(identity.aim, [])
  for (const one of cases) {
    const { cells } = one.subject.written
    const aim = aimOfEvent(cells)
    const others = aim === null || one.subject.shown ? undefined : found.get(aim)
    if (!others) continue
    one.identity ??= ofEvent(cells)
    others.push(one)
  }
  return found
}

/** Of an event that is not recognised; `sameAim` has it, too. */
function besideOf(one: Case, sameAim: readonly Case[]): Beside | null {
  const others = sameAim.length < 2 ? [] : sameAim.filter((other) => isAlike(one, other))
  const beside = others.length === 0 ? null : nearest(one, others)
  const likelySame = beside?.likelySame ?? false
  if (likelySame && beside?.attainmentCode !== null) return beside
  // What it would be recognised as, were the other event not there that has claimed it.
  const taken = one.bearers.find(isClaimed) ?? one.alike.find(isClaimed)
  return taken ? { attainmentCode: taken.attainment.attainmentCode, likelySame } : beside
}

const isClaimed = (record: Candidate): boolean => record.isClaimed

function isAlike(one: Case, other: Case): boolean {
  return (
    other !== one &&
    one.identity !== null &&
    other.identity !== null &&
    sameIdentity(one.identity, other.identity)
  )
}

function nearest(one: Case, alike: readonly Case[]): Beside {
  const others = inSourceOrder(alike, ({ subject }) => subject.facts)
  const { facts } = one.subject
  const rank = sourceRank(facts)
  const first = others.filter(
    (other) =>
      other.subject.facts.source !== facts.source &&
      (!other.isOpen || sourceRank(other.subject.facts) < rank),
  )
  const likely = first.find((other) => codeOf(other) !== null) ?? first[0]
  const beside = likely ?? others.find((other) => codeOf(other) !== null) ?? others[0]
  return { attainmentCode: beside ? codeOf(beside) : null, likelySame: likely !== undefined }
}

function codeOf({ recognition }: Case): string | null {
  return recognition.kind === 'record' ? recognition.attainment.attainmentCode : null
}

/** The other event may have got its record since: then that is the one likely the same. */
function stillBeside(beside: Beside, identity: Identity | null, records: Records): Beside {
  if (beside.attainmentCode !== null) return beside
  const since = records.byIdentity(identity).find((record) => records.linkedTo(record).length > 0)
  return { ...beside, attainmentCode: since?.attainment.attainmentCode ?? null }
}
