import { enrolmentsOf } from './courses.ts'
import { importedByEbs, keyedByHand } from './attainments.ts'
import type { AttainmentDraft } from './attainments.ts'
import type { EbsRow, LrsPerson } from './college.ts'
import type { EventDraft } from './event.ts'
import { makeHistory, thisYear } from './history.ts'
import { makeName } from './names.ts'
import type { Random } from './random.ts'
import { schools } from './schools.ts'

/** The columns of PEOPLE that cases look at; the others ride along. */
export type PersonRow = EbsRow & {
  readonly person_code: number
  readonly forename: string | null
  readonly surname: string | null
  readonly unique_learn_no: number | null
}

/** A person as LRS holds them, with events that have no numbers yet. */
export type LrsDraft = Omit<LrsPerson, 'events'> & { readonly events: readonly EventDraft[] }

/** One person of the college, as ebs and as LRS know them. */
export interface Member {
  readonly person: PersonRow
  readonly enrolments: readonly EbsRow[]
  readonly attainments: readonly AttainmentDraft[]
  /** None when LRS has never heard of the ULN; two when it was linked to another. */
  readonly lrs: readonly LrsDraft[]
  /** PEOPLE_DEDUPLICATION_AUDIT: the person this one was merged into. */
  readonly mergedInto: number | null
}

/** The summer of leaving school: most learners are sixteen to eighteen, one in five an adult. */
function summerOfSixteen(random: Random): number {
  if (random.chance(0.6)) return thisYear - random.whole(0, 2)
  return random.chance(0.5) ? thisYear - random.whole(3, 8) : thisYear - random.whole(9, 30)
}

/** A birth date of the school year that was sixteen in that summer (September to August). */
function birthDate(random: Random, sixteen: number): string {
  const month = random.whole(1, 12)
  const year = sixteen - (month >= 9 ? 17 : 16)
  return `${year}-${String(month).padStart(2, '0')}-${String(random.whole(1, 28)).padStart(2, '0')}`
}

/** What ebs already holds of a learner: an earlier import for a third, hand-typed records for a few. */
function alreadyInEbs(random: Random, events: readonly EventDraft[]): AttainmentDraft[] {
  const school = events.filter(({ Source }) => Source === 'NPD')
  if (random.chance(0.35)) {
    return school.map((event) => {
      const record = importedByEbs(event)
      return random.chance(0.08) ? { ...record, grade: '3' } : record
    })
  }
  return random.chance(0.1) ? random.some(school, 3).map(keyedByHand) : []
}

/** An ordinary learner: everything in order, known to LRS by the same names. */
export function makeMember(random: Random, personCode: number, uln: string): Member {
  const name = makeName(random)
  const sixteen = summerOfSixteen(random)
  const school = random.pick(schools)
  const born = birthDate(random, sixteen)
  const events = makeHistory(random, sixteen, school)
  const login = `s${String(personCode).padStart(7, '0')}`
  return {
    person: {
      person_code: personCode,
      title: name.sex === 'F' ? 'Miss' : 'Mr',
      forename: name.forename,
      middle_names: name.middleNames,
      surname: name.surname,
      known_as: random.chance(0.2) ? name.forename.slice(0, 3) : null,
      previous_surname: null,
      sname16: name.surname,
      sex: name.sex,
      date_of_birth: born,
      unique_learn_no: Number(uln),
      uln_status: 'Y',
      uln_received: `${thisYear}-09-05`,
      lrs_ability_to_share: random.chance(0.85) ? '1' : null,
      lrs_verification_type: '0',
      registration_no: `R${String(personCode).padStart(8, '0')}`,
      gc_uci: `999901${String(personCode).padStart(6, '0')}X`,
      school: school.code,
      college_email: `${login}@college.example`,
      mobile_phone_number: `07700 900${String(random.whole(0, 999)).padStart(3, '0')}`,
      college_login: login,
      is_active: random.chance(0.95) ? 'Y' : 'N',
      fes_staff_code: null,
      created_by: 'ENROLDESK',
      created_date: `${thisYear}-08-28`,
    },
    enrolments: enrolmentsOf(random, personCode),
    attainments: alreadyInEbs(random, events),
    lrs: [
      {
        uln,
        masterUln: null,
        givenName: name.forename,
        familyName: name.surname,
        previousFamilyName: null,
        dateOfBirth: born,
        gender: name.sex === 'F' ? '2' : '1',
        shares: true,
        events,
      },
    ],
    mergedInto: null,
  }
}
