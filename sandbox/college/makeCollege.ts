import { codeTables } from './codeLists.ts'
import type { College, EbsRow } from './college.ts'
import { courseTables } from './courses.ts'
import { numbered } from './event.ts'
import type { Member } from './member.ts'
import { makePeople } from './people.ts'
import { staffRows } from './staff.ts'
import { ulnOf } from './uln.ts'

export interface CollegeOptions {
  readonly seed: number
  /** How many learners in all; the special ones are there even when this is fewer. */
  readonly learners: number
}

/** Attainment codes of the records that are there from the start; later ones follow them. */
const firstAttainmentCode = 500001
/** The first nine digits of the ULN of a member of staff, out of the learners' way. */
const staffUlnBase = 980000001

/** A whole synthetic college: the same seed and size give the same college to the letter. */
export function makeCollege({ seed, learners }: CollegeOptions): College {
  const people = makePeople(seed, learners)
  return {
    ebs: {
      ...courseTables,
      ...codeTables,
      people: [...people.map(({ person }) => person), ...staffRows(ulnOf(staffUlnBase) ?? '')],
      people_units: people.flatMap(({ enrolments }) => enrolments),
      attainments: attainmentRows(people),
      people_deduplication_audit: people
        .flatMap(auditRow)
        .map((row, place) => ({ id: place + 1, ...row })),
    },
    lrs: people.flatMap(({ lrs }, place) =>
      lrs.map((person) => ({ ...person, events: numbered(person.events, place) })),
    ),
  }
}

function attainmentRows(people: readonly Member[]): EbsRow[] {
  return people
    .flatMap(({ person, attainments }) =>
      attainments.map((record) => ({ ...record, per_person_code: person.person_code })),
    )
    .map((record, place) => ({ attainment_code: firstAttainmentCode + place, ...record }))
}

function auditRow({ person, mergedInto }: Member): EbsRow[] {
  if (mergedInto === null) return []
  return [{ removed_person_code: person.person_code, retained_person_code: mergedInto }]
}
