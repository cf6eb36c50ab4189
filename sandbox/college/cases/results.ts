import { aoEvent, npdEvent } from '../event.ts'
import { coreGcses, otherGcses, vocational } from '../qualifications.ts'
import { schools } from '../schools.ts'
import type { Cases } from './change.ts'
import { withEvents } from './change.ts'

const awarded = '2026-08-20'
const english = npdEvent(coreGcses[0], '6', awarded, schools[0])
/** Grades that say nothing (ebs-domain.md, what goes wrong). */
const junk = ['NA', 'OTHER', 'UNCLASSIFIED', 'NO SHOW', 'P ALPHA-NUMERIC VALUE', '01', '9999999999']

/** Learners with results that a person has to look at, or with values that make no sense. */
export const resultCases = {
  junkGrades: (member) =>
    withEvents(
      member,
      junk.map((grade, place) =>
        npdEvent(otherGcses[place] ?? otherGcses[0], grade, awarded, schools[0]),
      ),
    ),
  twoSources: (member) => withEvents(member, [english, aoEvent(coreGcses[0], '6', awarded)]),
  provisional: (member) => withEvents(member, [{ ...english, Status: 'P' }]),
  underDataChallenge: (member) => withEvents(member, [{ ...english, UnderDataChallenge: 'Y' }]),
  futureAward: (member) => withEvents(member, [aoEvent(vocational[0], 'Pass', '2058-07-01')]),
  noSuchDate: (member) => withEvents(member, [{ ...english, AchievementAwardDate: '2026-02-30' }]),
} satisfies Cases
