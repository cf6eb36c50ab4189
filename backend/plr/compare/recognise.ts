import { eventKey } from '../event/learningEvent.ts'
import type { Attainment, Holdings } from './attainment.ts'
import type { AttainmentMapping } from './attainmentMapping.ts'
import { besideOf } from './beside.ts'
import { bySource, sourceRank } from './recognition.ts'
import type { Recognition, Recognised, Subject } from './recognition.ts'
import { createIdentity, createRecords } from './records.ts'
import { aimOf } from './written.ts'
import type { Written } from './written.ts'

export interface RecogniserParts {
  readonly mapping: AttainmentMapping
  /** Whether a record holds already what Update would write. */
  readonly isEqual: (written: Written, attainment: Attainment) => boolean
}

/**
 * Recognises the learning events of one learner among the records of ebs, each record by one event:
 * by link, by what the row key saw, by LRS's id, as a record of ebs's own import, and at last as
 * likely the same as another (surface.md, Odd cases). Results in the order of `subjects`.
 */
export function createRecogniser({ mapping, isEqual }: RecogniserParts) {
  const recordsOf = createRecords(mapping)
  const identityOf = createIdentity(mapping)

  return (subjects: readonly Subject[], holdings: Holdings): readonly Recognised[] => {
    const records = recordsOf(holdings)
    const found = new Map<Subject, Recognition>()
    const claimed = new Set<string>()
    const present = new Set(subjects.map((subject) => eventKey(subject.facts)))
    const inOrder = [...subjects].sort(bySource)
    const open = (): Subject[] => inOrder.filter((subject) => !found.has(subject))
    const claim = (subject: Subject, attainment: Attainment | undefined): void => {
      if (!attainment || found.has(subject) || claimed.has(attainment.attainmentCode)) return
      claimed.add(attainment.attainmentCode)
      found.set(subject, { kind: 'record', attainment })
    }
    const isFree = ({ attainmentCode }: Attainment, subject: Subject): boolean =>
      !claimed.has(attainmentCode) && attainmentCode !== subject.shown?.beside?.attainmentCode
    const unlinked = ({ attainmentCode }: Attainment): boolean =>
      records.linkedTo(attainmentCode).length === 0

    for (const subject of inOrder) {
      const code = holdings.links.get(eventKey(subject.facts))
      const attainment = code === undefined ? undefined : records.byCode(code)
      if (attainment && claimed.has(attainment.attainmentCode)) {
        found.set(subject, { kind: 'likely', attainment, why: 'another event' })
      }
      claim(subject, attainment)
    }
    for (const subject of open()) {
      if (subject.shown?.held) claim(subject, records.byCode(subject.shown.held.attainmentCode))
    }

    const bearingId = (subject: Subject): Attainment[] =>
      records
        .byEventId(subject.facts.id)
        .filter((attainment) => isFree(attainment, subject) && unlinked(attainment))
    const aimColumn = mapping.columns.find((column) => column.from === 'aim')?.column ?? ''
    for (const subject of open()) {
      const aim = aimOf(subject.facts.subjectCode)
      claim(
        subject,
        bearingId(subject).find((attainment) => attainment.values[aimColumn] === aim),
      )
    }
    for (const subject of open()) claim(subject, bearingId(subject)[0])

    /** Records linked to an event that LRS no longer sends come last; to one of this answer, never. */
    const imported = (subject: Subject): Attainment[] => {
      const free = records
        .byAimAndDate(subject.written)
        .filter((attainment) => isFree(attainment, subject))
      const orphans = free.filter(
        (attainment) =>
          !unlinked(attainment) &&
          !subject.shown?.beside &&
          records.linkedTo(attainment.attainmentCode).every((event) => !present.has(event)),
      )
      return [...free.filter(unlinked), ...orphans]
    }
    for (let rank = 0; open().length > 0 && rank <= 4; rank += 1) {
      const peers = open().filter((subject) => sourceRank(subject.facts) === rank)
      for (const subject of peers) {
        claim(
          subject,
          imported(subject).find((attainment) => isEqual(subject.written, attainment)),
        )
      }
      for (const subject of peers) claim(subject, imported(subject)[0])
    }

    const besides = besideOf(subjects, found, identityOf, records)
    return subjects.map((subject) => {
      const beside = besides.get(subject) ?? null
      const recognition = found.get(subject)
      if (recognition) return { recognition, beside }
      if (beside?.likelySame) {
        const attainment =
          beside.attainmentCode === null ? null : (records.byCode(beside.attainmentCode) ?? null)
        return { recognition: { kind: 'likely', attainment, why: 'another event' }, beside }
      }
      const byHand = records
        .byHand(subject.written)
        .filter((one) => isFree(one, subject) && unlinked(one))
      const attainment = byHand.find((one) => isEqual(subject.written, one)) ?? byHand[0]
      return attainment
        ? { recognition: { kind: 'likely', attainment, why: 'keyed by hand' }, beside }
        : { recognition: { kind: 'none' }, beside }
    })
  }
}
