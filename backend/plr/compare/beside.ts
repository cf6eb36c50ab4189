import type { Beside } from '../rowkey/rowKey.ts'
import type { Attainment } from './attainment.ts'
import { inSourceOrder, sourceRank } from './recognition.ts'
import type { Recognition, Subject } from './recognition.ts'
import type { Records } from './records.ts'

/**
 * For events without a record of their own: the other event of the answer with the same aim and award
 * date. From another source that goes first, or that has a record already, it is likely the same.
 */
export function besideOf(
  subjects: readonly Subject[],
  found: ReadonlyMap<Subject, Recognition>,
  identityOf: (subject: Subject) => string | null,
  records: Records,
  isClaimed: (record: Attainment) => boolean,
): ReadonlyMap<Subject, Beside> {
  const besides = new Map<Subject, Beside>()
  if (found.size === subjects.length) return besides
  const groups = new Map<string, Subject[]>()
  for (const subject of subjects) {
    if (subject.shown) {
      const { beside } = subject.shown
      if (beside) besides.set(subject, stillBeside(beside, identityOf(subject), records))
      continue
    }
    const identity = identityOf(subject)
    if (identity === null) continue
    const group = groups.get(identity)
    if (group) group.push(subject)
    else groups.set(identity, [subject])
  }
  for (const group of groups.values()) {
    if (group.length === 1) continue
    for (const subject of group) {
      if (!found.has(subject)) besides.set(subject, nearest(subject, group, found))
    }
  }
  for (const subject of subjects) {
    if (subject.shown || found.has(subject)) continue
    const beside = besides.get(subject)
    const likelySame = beside?.likelySame ?? false
    if (beside && likelySame && beside.attainmentCode !== null) continue
    // What it would be recognised as, were the other event not there that has claimed it.
    const alike = [
      ...records.byEventId(subject.facts.id),
      ...records.byIdentity(identityOf(subject)),
    ]
    const taken = alike.find(isClaimed)
    if (taken) besides.set(subject, { attainmentCode: taken.attainmentCode, likelySame })
  }
  return besides
}

function nearest(
  subject: Subject,
  group: readonly Subject[],
  found: ReadonlyMap<Subject, Recognition>,
): Beside {
  const others = inSourceOrder(group.filter((other) => other !== subject))
  const codeOf = (other: Subject): string | null => {
    const recognition = found.get(other)
    return recognition?.kind === 'record' ? recognition.attainment.attainmentCode : null
  }
  const rank = sourceRank(subject.facts)
  const first = others.filter(
    (other) =>
      other.facts.source !== subject.facts.source &&
      (found.has(other) || sourceRank(other.facts) < rank),
  )
  const likely = first.find((other) => codeOf(other) !== null) ?? first[0]
  const beside = likely ?? others.find((other) => codeOf(other) !== null) ?? others[0]
  return { attainmentCode: beside ? codeOf(beside) : null, likelySame: likely !== undefined }
}

/** The other event may have got its record since: then that is the one likely the same. */
function stillBeside(beside: Beside, identity: string | null, records: Records): Beside {
  if (beside.attainmentCode !== null) return beside
  const since = records
    .byIdentity(identity)
    .find(({ attainmentCode }) => records.linkedTo(attainmentCode).length > 0)
  return { ...beside, attainmentCode: since?.attainmentCode ?? null }
}
