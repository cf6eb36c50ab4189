import { withEvents, withLrs, withPerson } from './change.ts'
import type { Cases } from './change.ts'
import { ilrEvent, npdEvent } from '../event.ts'
import { thisYear } from '../history.ts'
import { coreGcses, nonRegulated, otherGcses } from '../qualifications.ts'
import { schools, thisCollege } from '../schools.ts'

/** Learners of whom LRS says something else than "here are the results". */
export const lrsCases = {
  linkedUln: (member, around) => {
    const [known] = member.lrs
    if (known === undefined) return member
    const masterUln = around.freshUln()
    return {
      ...member,
      attainments: [],
      lrs: [
        { ...known, masterUln, events: [] },
        { ...known, uln: masterUln },
      ],
    }
  },
  notShared: (member) => withLrs(member, { shares: false }),
  notVerified: (member) => withLrs(member, { givenName: 'Somebody', familyName: 'Else' }),
  unknownUln: (member) => ({ ...member, lrs: [] }),
  noticeNotSeen: (member) => withPerson(member, { lrs_ability_to_share: '0' }),
  optedOut: (member) => withPerson(member, { lrs_ability_to_share: '2' }),
  noEvents: (member) => withEvents(member, []),
  manyEvents: (member) =>
    withEvents(
      member,
      Array.from({ length: 200 }, (_, place) => {
        const all = [...coreGcses, ...otherGcses]
        const gcse = all[place % all.length] ?? coreGcses[0]
        const year = 2013 + Math.floor(place / all.length)
        const subject = gcse.subject.replace('GCSE (9-1)', year < 2017 ? 'GCSE' : 'GCSE (9-1)')
        const grade = year < 2017 ? 'C' : '5'
        return npdEvent({ ...gcse, subject }, grade, `${year}-08-22`, schools[0])
      }),
    ),
  participationOnly: (member) =>
    withEvents(
      member,
      nonRegulated.map((aim) =>
        ilrEvent(aim, [`${thisYear - 1}-09-01`, `${thisYear}-01-26`], thisCollege),
      ),
    ),
} satisfies Cases
