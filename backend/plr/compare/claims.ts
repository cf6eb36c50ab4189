import { eventKey } from '../event/learningEvent.ts'
import type { Attainment } from './attainment.ts'
import { inSourceOrder } from './recognition.ts'
import type { Recognition, Subject } from './recognition.ts'
import type { Records } from './records.ts'

/** Which events have been recognised, and which records are taken. */
export interface Claims {
  readonly found: Map<Subject, Recognition>
  /** The events that are not recognised yet, in the order of their sources. */
  open(): readonly Subject[]
  claim(subject: Subject, attainment: Attainment | undefined): void
  isClaimed(attainment: Attainment): boolean
  isFree(attainment: Attainment, subject: Subject): boolean
  isUnlinked(attainment: Attainment): boolean
  /** Of records of ebs's own import, those that the event may claim, the likeliest first. */
  imported(subject: Subject, records: readonly Attainment[]): readonly Attainment[]
}

const none: readonly Attainment[] = []

/** Keeps that one record is claimed by one event. */
export function createClaims(subjects: readonly Subject[], records: Records): Claims {
  const found = new Map<Subject, Recognition>()
  const claimed = new Set<string>()
  const inOrder = inSourceOrder(subjects)
  let stillOpen = inOrder
  let present: ReadonlySet<string> | undefined

  const isClaimed = ({ attainmentCode }: Attainment): boolean => claimed.has(attainmentCode)
  const isUnlinked = ({ attainmentCode }: Attainment): boolean =>
    records.linkedTo(attainmentCode).length === 0
  const isFree = (attainment: Attainment, subject: Subject): boolean =>
    !isClaimed(attainment) && attainment.attainmentCode !== subject.shown?.beside?.attainmentCode
  /** Linked, but only to events that LRS no longer sends. */
  const isOrphan = ({ attainmentCode }: Attainment): boolean => {
    const here = (present ??= new Set(subjects.map((subject) => eventKey(subject.facts))))
    return records.linkedTo(attainmentCode).every((event) => !here.has(event))
  }

  return {
    found,
    isClaimed,
    isFree,
    isUnlinked,
    open() {
      if (stillOpen.length + found.size !== inOrder.length) {
        stillOpen = inOrder.filter((one) => !found.has(one))
      }
      return stillOpen
    },
    claim(subject, attainment) {
      if (!attainment || found.has(subject) || isClaimed(attainment)) return
      claimed.add(attainment.attainmentCode)
      found.set(subject, { kind: 'record', attainment })
    },
    imported(subject, candidates) {
      const [only] = candidates
      // Nearly always there is one or none, and nothing is linked.
      if (only === undefined) return none
      if (candidates.length === 1 && isUnlinked(only)) {
        return isFree(only, subject) ? candidates : none
      }
      const free = candidates.filter((one) => isFree(one, subject))
      const unlinked = free.filter(isUnlinked)
      if (unlinked.length === free.length || subject.shown?.beside) return unlinked
      return [...unlinked, ...free.filter((one) => !isUnlinked(one) && isOrphan(one))]
    },
  }
}
