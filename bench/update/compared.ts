import type { Attainment, Holdings } from '../../backend/plr/compare/attainment.ts'
import type { EventFacts } from '../../backend/plr/event/learningEvent.ts'
import { attainment, facts, holdings } from '../../tests/support/compareSamples.ts'

/** What LRS sent of a learner, and what ebs holds. */
export interface Compared {
  readonly events: readonly EventFacts[]
  readonly held: Holdings
}

const kinds = [
  { title: 'GCSE (9-1) in', level: 'Level 1/2', type: 'GCSE', grades: '9,8,7,6,5,4,3,2,1,U' },
  { title: 'GCE A Level in', level: 'Level 3', type: 'GCE A level', grades: 'A*,A,B,C,D,E' },
  {
    title: 'BTEC Level 2 First Award in',
    level: 'Level 2',
    type: 'BTEC',
    grades: 'Distinction*,Distinction,Merit,Pass',
  },
]
const subjects =
  'Mathematics,English Language,English Literature,Biology,Chemistry,Physics,History,Geography,French,Spanish,Religious Studies,Computer Science,Music,Drama,Art and Design,Business,Sociology,Psychology,Law,Media Studies,Design and Technology,Physical Education,Health and Social Care,Combined Science,Economics,Film Studies,Statistics,Dance,Electronics,Sport'.split(
    ',',
  )
const days = ['2019-08-22', '2020-08-20', '2021-08-12', '2022-08-25', '2023-08-24', '2024-08-22']
const some = <Item>(items: readonly Item[], at: number): Item | undefined =>
  items[at % items.length]

/**
 * Learners of one college as they are downloaded again: the same titles, aims, days and grades over and
 * over, of every ten rows eight stand in ebs as LRS sends them, in one the grade or title has changed,
 * and one is new. Every third learner has a record keyed by hand. `linked` as an Update has left them,
 * else as ebs's own import has.
 */
export function comparedLearners(
  learners: number,
  rowsEach: number,
  linked: boolean,
): readonly Compared[] {
  const all = Array.from({ length: learners }, (_, person) => {
    const events = Array.from({ length: rowsEach }, (__, at) => event(person, at, rowsEach))
    const kept = events.flatMap((one, at) => {
      const number = person * rowsEach + at
      return number % 10 === 9 ? [] : [{ one, record: recordOf(one, number, linked) }]
    })
    const links = linked
      ? kept.map(({ one, record }) => [`${one.source}:${one.id}`, record.attainmentCode] as const)
      : []
    return { events, records: [...kept.map(({ record }) => record), ...byHand(person)], links }
  })
  // From text, as both come: each value a string of its own, also where it is equal to another.
  const read: typeof all = JSON.parse(JSON.stringify(all))
  return read.map(({ events, records, links }) => ({
    events,
    held: holdings(records, Object.fromEntries(links)),
  }))
}

function event(person: number, at: number, rowsEach: number): EventFacts {
  const subject = (person * 7 + at) % subjects.length
  const kind = some(kinds, person + Math.floor(at / 6)) ?? { title: '', grades: '' }
  const code = String(100 + kinds.findIndex(({ title }) => title === kind.title) * 100 + subject)
  return facts({
    source: at < rowsEach - 4 ? 'NPD' : 'AO',
    id: String(38_000_000 + person * rowsEach + at),
    subject: `${kind.title} ${subjects[subject]}`,
    subjectCode: `60${at % 2}/4${code}/X`,
    grade: some(kind.grades.split(','), person + at * 3) ?? null,
    achievementAwardDate: some(days, person + Math.floor(at / 9)) ?? null,
    credits: at % 5 === 0 ? 10 : 0,
  })
}

/** The record that an earlier download has come to; every tenth is not up to date. */
function recordOf(one: EventFacts, number: number, linked: boolean): Attainment {
  const isOld = number % 10 === 4
  return attainment(String(700_000 + number), {
    DESCRIPTION: isOld && number % 20 === 4 ? `${one.subject} (pending)` : one.subject,
    GRADE: isOld && number % 20 !== 4 ? null : one.grade,
    DATE_AWARDED: one.achievementAwardDate,
    FES_QUALIFICATION_AIM: one.subjectCode?.replaceAll('/', '') ?? null,
    CATS_CREDITS: one.credits === 0 ? null : one.credits,
    SOURCE_ID: linked ? one.id : null,
  })
}

function byHand(person: number): readonly Attainment[] {
  if (person % 3 !== 0) return []
  const values = { DESCRIPTION: 'First Aid at Work', GRADE: 'Pass', DATE_AWARDED: '2018-06-01' }
  const own = { ...values, FES_QUALIFICATION_AIM: null, SOURCE: null }
  return [attainment(String(900_000 + person), own)]
}
