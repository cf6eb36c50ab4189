import type { EbsRow } from './college.ts'
import { thisYear } from './history.ts'
import type { Random } from './random.ts'

const organisations = [
  ['ARTS', 'Faculty of Arts and Humanities'],
  ['SCI', 'Faculty of Science and Mathematics'],
  ['BUS', 'Faculty of Business and Computing'],
  ['CARE', 'Faculty of Health and Care'],
  ['CONST', 'Faculty of Construction'],
] as const

interface Course {
  readonly code: string
  readonly title: string
  readonly owner: (typeof organisations)[number][0]
}

const courses: readonly [Course, ...Course[]] = [
  { code: 'ENG2', title: 'GCSE English Language resit', owner: 'ARTS' },
  { code: 'MAT2', title: 'GCSE Mathematics resit', owner: 'SCI' },
  { code: 'ALBIO', title: 'A Level Biology', owner: 'SCI' },
  { code: 'ALHIS', title: 'A Level History', owner: 'ARTS' },
  { code: 'ALMAT', title: 'A Level Mathematics', owner: 'SCI' },
  { code: 'ALPSY', title: 'A Level Psychology', owner: 'SCI' },
  { code: 'BTBUS3', title: 'BTEC National Diploma in Business', owner: 'BUS' },
  { code: 'BTIT3', title: 'BTEC National Extended Certificate in IT', owner: 'BUS' },
  { code: 'CARE2', title: 'Level 2 Diploma in Care', owner: 'CARE' },
  { code: 'CARP2', title: 'Level 2 Diploma in Site Carpentry', owner: 'CONST' },
]

const shortYear = thisYear % 100
const occurrences = [`${shortYear - 1}/${shortYear}A`, `${shortYear}/${shortYear + 1}A`] as const
const startYear = (run: number) => thisYear - occurrences.length + 1 + run

const occurrenceRows: readonly EbsRow[] = courses.flatMap((course, place) =>
  occurrences.map((occurrence, run) => ({
    uio_id: 5001 + place * occurrences.length + run,
    fes_uins_instance_code: course.code,
    calocc_occurrence_code: occurrence,
    fes_start_date: `${startYear(run)}-09-01`,
    fes_end_date: `${startYear(run) + 1}-07-10`,
    owning_organisation: course.owner,
    sloc_location_code: 'MAIN',
  })),
)

/** The tables that courses live in; PEOPLE_UNITS comes with the learners. */
export const courseTables: Readonly<Record<string, readonly EbsRow[]>> = {
  organisation_units: organisations.map(([organisation_code, fes_full_name]) => ({
    organisation_code,
    fes_full_name,
  })),
  unit_instances: courses.map(({ code, title }) => ({
    fes_unit_instance_code: code,
    fes_long_description: title,
  })),
  unit_instance_occurrences: occurrenceRows,
}

/** The enrolments of one learner: one or two courses this year, some with a course last year. */
export function enrolmentsOf(random: Random, personCode: number): EbsRow[] {
  const [last, now] = [0, 1]
  const chosen = random.some(courses, random.whole(1, 2))
  const runs = chosen.flatMap((course) => (random.chance(0.3) ? [[course, last] as const] : []))
  return [...runs, ...chosen.map((course) => [course, now] as const)].map(
    ([course, run], number) => ({
      id: personCode * 10 + number,
      unit_type: 'R',
      person_code: personCode,
      uio_id: 5001 + courses.indexOf(course) * occurrences.length + run,
      progress_code: run === now ? 'ACT' : 'COMP',
      progress_status: run === now ? 'A' : 'C',
    }),
  )
}
