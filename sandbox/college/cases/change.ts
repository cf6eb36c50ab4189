import type { AttainmentDraft } from '../attainments.ts'
import type { EbsRow } from '../college.ts'
import type { EventDraft } from '../event.ts'
import type { LrsDraft, Member, PersonRow } from '../member.ts'
import type { SpecialName } from '../specials.ts'

/** What a case may look at beside the ordinary learner that it changes. */
export interface Surroundings {
  /** The special learners made before this one. */
  earlier(name: SpecialName): Member
  /** A valid ULN that nobody else has. */
  freshUln(): string
}

/** A case: an ordinary learner in, the same learner with one thing odd out. */
export type Case = (member: Member, around: Surroundings) => Member
export type Cases = Partial<Record<SpecialName, Case>>

/** The learner with other values in PEOPLE; LRS keeps what it has. */
export function withPerson(member: Member, change: Partial<PersonRow> & EbsRow): Member {
  return { ...member, person: { ...member.person, ...change } }
}

/** The learner with other values at LRS; ebs keeps what it has. */
export function withLrs(member: Member, change: Partial<LrsDraft>): Member {
  return { ...member, lrs: member.lrs.map((person) => ({ ...person, ...change })) }
}

/** The learner under another name, in ebs and at LRS alike. */
export function named(member: Member, forename: string, surname: string): Member {
  return withLrs(withPerson(member, { forename, surname, known_as: null, sname16: surname }), {
    givenName: forename,
    familyName: surname,
  })
}

/** The learner with exactly these events, and nothing in ebs yet. */
export function withEvents(member: Member, events: readonly EventDraft[]): Member {
  return { ...withLrs(member, { events }), attainments: [] }
}

/** The learner with exactly these events, and with records in ebs. */
export function withHoldings(
  member: Member,
  events: readonly EventDraft[],
  attainments: readonly AttainmentDraft[],
): Member {
  return { ...withLrs(member, { events }), attainments }
}
