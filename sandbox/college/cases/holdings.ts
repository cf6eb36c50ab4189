import { importedByEbs, keyedByHand } from '../attainments.ts'
import { aoEvent, ilrEvent, npdEvent } from '../event.ts'
import { thisYear } from '../history.ts'
import { coreGcses, functionalSkills, nonRegulated, otherGcses } from '../qualifications.ts'
import { schools, thisCollege } from '../schools.ts'
import type { Cases } from './change.ts'
import { withEvents, withHoldings } from './change.ts'

const awarded = '2026-08-20'
const results = [
  npdEvent(coreGcses[0], '6', awarded, schools[0]),
  npdEvent(coreGcses[1] ?? coreGcses[0], '5', awarded, schools[0]),
  npdEvent(coreGcses[2] ?? coreGcses[0], '7', awarded, schools[0]),
]
const participation = ilrEvent(
  nonRegulated[0],
  [`${thisYear - 1}-09-01`, `${thisYear}-01-26`],
  thisCollege,
)

/** Learners of whom ebs holds something already, so that there is something to compare with. */
export const holdingsCases = {
  imported: (member) => withHoldings(member, results, results.map(importedByEbs)),
  importedOtherGrade: (member) =>
    withHoldings(
      member,
      results,
      results.map((event) => ({ ...importedByEbs(event), grade: '4' })),
    ),
  importedWithoutDate: (member) =>
    withHoldings(member, [...results, participation], [importedByEbs(participation)]),
  importedBetterGrade: (member) =>
    withHoldings(
      member,
      results,
      results.map((event) => ({ ...importedByEbs(event), grade: '9' })),
    ),
  keyedByHand: (member) => withHoldings(member, results, results.map(keyedByHand)),
  allNew: (member) =>
    withEvents(member, [
      ...results,
      npdEvent(otherGcses[0], '5', awarded, schools[0]),
      aoEvent(functionalSkills[0], 'Pass', '2026-06-14'),
    ]),
} satisfies Cases
