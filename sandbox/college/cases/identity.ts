import { ulnOf } from '../uln.ts'
import type { Cases } from './change.ts'
import { named, withLrs, withPerson } from './change.ts'

/** Learners whom ebs cannot name well enough to ask LRS about, or names twice. */
export const identityCases = {
  noUln: (member) => withPerson(member, { unique_learn_no: null, uln_status: null }),
  noForename: (member) => withPerson(member, { forename: null }),
  noSurname: (member) => withPerson(member, { surname: null }),
  blankForename: (member) => withPerson(member, { forename: '   ' }),
  badCheckDigit: (member) => withPerson(member, { unique_learn_no: wrongCheckDigit(member) }),
  temporaryUln: (member) => withPerson(member, { unique_learn_no: 9999999999 }),
  sharedUln: (member) => member,
  sharedUlnOther: (member, around) => ({
    ...withPerson(member, { unique_learn_no: around.earlier('sharedUln').person.unique_learn_no }),
    lrs: [],
  }),
  mergedAway: (member) => ({
    ...withPerson(member, { is_active: 'N' }),
    mergedInto: member.person.person_code + 1,
  }),
  mergedKept: (member, around) => {
    const { forename, surname } = around.earlier('mergedAway').person
    return named(member, forename ?? '', surname ?? '')
  },
  longForename: (member) =>
    withPerson(member, { forename: 'Wilhelmina-Alexandrina Persephone Anastasia' }),
  inactive: (member) => withPerson(member, { is_active: 'N' }),
  formerSurname: (member) =>
    withLrs(
      withPerson(member, { surname: 'Ashdown-Vale', previous_surname: member.person.surname }),
      { familyName: 'Ashdown-Vale', previousFamilyName: member.person.surname },
    ),
} satisfies Cases

function wrongCheckDigit({ person }: { person: { unique_learn_no: number | null } }): number {
  const base = Math.floor((person.unique_learn_no ?? 9000000016) / 10)
  const right = Number(ulnOf(base)?.slice(-1) ?? 0)
  return base * 10 + ((right + 1) % 10)
}
