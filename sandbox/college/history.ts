import type { EventDraft } from './event.ts'
import { aoEvent, ilrEvent, npdEvent, qcfuEvent } from './event.ts'
import { aLevelGrade, doubleGrade, gcseGrade, makeAbility, vocationalGrade } from './grades.ts'
import {
  aLevels,
  combinedScience,
  coreGcses,
  functionalSkills,
  nonRegulated,
  otherGcses,
  units,
  vocational,
} from './qualifications.ts'
import type { Qualification } from './qualifications.ts'
import type { Random } from './random.ts'
import type { School } from './schools.ts'
import { colleges } from './schools.ts'

/** The school year in which the college stands: 2026/27. */
export const thisYear = 2026
/** Before this year's summer the PLR holds no school examinations (ebs-domain.md). */
const firstExaminations = 2012

/** The GCSE as its year named it: before 2017 graded A* to G. */
function ofItsYear(gcse: Qualification, year: number): Qualification {
  if (year >= 2017) return gcse
  return {
    ...gcse,
    subject: gcse.subject.replace('GCSE (9-1)', 'GCSE'),
    type: 'GCSE (A* to G)',
  }
}

/** Nine to eleven GCSEs of one summer at one school. */
function gcses(random: Random, ability: number, year: number, school: School): EventDraft[] {
  const awarded = `${year}-08-${random.whole(20, 25)}`
  const sat = [...coreGcses, ...random.some(otherGcses, random.whole(5, 7))]
  const single = sat.map((gcse) =>
    npdEvent(ofItsYear(gcse, year), gcseGrade(random, ability, year), awarded, school),
  )
  if (year < 2017) return single
  return [...single, npdEvent(combinedScience, doubleGrade(random, ability), awarded, school)]
}

/** Aims that a provider returned and that never came to a result. */
function participations(random: Random, from: number): EventDraft[] {
  return random.some(nonRegulated, random.whole(2, 4)).map((aim) => {
    const year = Math.min(thisYear - 1, from + random.whole(0, 2))
    const end = `${year + 1}-0${random.whole(1, 7)}-1${random.whole(0, 9)}`
    return ilrEvent(aim, [`${year}-09-01`, end], random.pick(colleges))
  })
}

/** What awarding organisations sent since school: A levels or a diploma, skills, units. */
function sinceSchool(random: Random, ability: number, from: number): EventDraft[] {
  if (from >= thisYear) return []
  const day = (month: number) =>
    `${Math.min(thisYear, from + random.whole(1, 3))}-${String(month).padStart(2, '0')}-${random.whole(10, 28)}`
  const academic = ability >= 5 && from + 2 <= thisYear
  const diplomas = academic
    ? random
        .some(aLevels, 3)
        .map((a) => aoEvent(a, aLevelGrade(random, ability), `${from + 2}-08-15`))
    : random
        .some(vocational, random.whole(0, 2))
        .map((award) => aoEvent(award, vocationalGrade(random), day(7)))
  const skills =
    ability < 5
      ? random.some(functionalSkills, random.whole(1, 2)).map((s) => aoEvent(s, 'Pass', day(6)))
      : []
  const short = random.some(units, random.whole(0, 4)).map((unit) => qcfuEvent(unit, day(5)))
  return [...diplomas, ...skills, ...short]
}

/** Some awarding organisations send again what the school's data already holds. */
function sentTwice(random: Random, school: readonly EventDraft[]): EventDraft[] {
  if (!random.chance(0.15)) return []
  const maths = coreGcses[2] ?? coreGcses[0]
  const first = school.find(({ Subject }) => Subject === maths.subject)
  return first === undefined
    ? []
    : [aoEvent(maths, first.Grade ?? '', first.AchievementAwardDate ?? '')]
}

/**
 * All that LRS holds of an ordinary learner: about fifteen events.
 * `sixteen` is the year of the summer in which the learner left school.
 */
export function makeHistory(random: Random, sixteen: number, school: School): EventDraft[] {
  const ability = makeAbility(random)
  const atSchool = sixteen >= firstExaminations ? gcses(random, ability, sixteen, school) : []
  const since = Math.max(sixteen, firstExaminations)
  return [
    ...atSchool,
    ...sentTwice(random, atSchool),
    ...sinceSchool(random, ability, since),
    ...participations(random, since),
  ]
}
