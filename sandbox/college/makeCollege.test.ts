import { beforeAll, describe, expect, it } from '@jest/globals'
import type { College, EbsRow } from './college.ts'
import { makeCollege } from './makeCollege.ts'
import { specials } from './specials.ts'
import type { SpecialName } from './specials.ts'
import { ulnOf } from './uln.ts'

let college: College
beforeAll(() => {
  college = makeCollege({ seed: 1, learners: 600 })
})

const table = (name: string): readonly EbsRow[] => college.ebs[name] ?? []
const personOf = (name: SpecialName): EbsRow =>
  table('people').find((row) => String(row.person_code) === specials[name])!
const attainmentsOf = (name: SpecialName) =>
  table('attainments').filter((row) => String(row.per_person_code) === specials[name])
const lrsOf = (name: SpecialName) =>
  college.lrs.find(({ uln }) => uln === String(personOf(name).unique_learn_no))
const learners = () => table('people').filter((row) => row.fes_staff_code === null)

describe('makeCollege', () => {
  it('is the same to the letter for the same seed, and another for another', () => {
    expect(makeCollege({ seed: 1, learners: 600 })).toEqual(college)
    expect(makeCollege({ seed: 2, learners: 600 }).lrs).not.toEqual(college.lrs)
  })

  it('grows at its end: a larger college holds the smaller one', () => {
    const larger = makeCollege({ seed: 1, learners: 700 })
    expect(larger.lrs.slice(0, college.lrs.length)).toEqual(college.lrs)
    expect(learners()).toHaveLength(600)
  })

  it('holds every special learner, however small it is', () => {
    const codes = makeCollege({ seed: 9, learners: 0 }).ebs.people?.map((row) =>
      String(row.person_code),
    )
    expect(codes).toEqual(expect.arrayContaining(Object.values(specials)))
  })

  it('gives about fifteen events a learner, from every source', () => {
    const events = college.lrs.flatMap((person) => person.events)
    const mean = events.length / college.lrs.length
    expect(mean).toBeGreaterThan(13)
    expect(mean).toBeLessThan(17)
    expect(new Set(events.map(({ Source }) => Source))).toEqual(
      new Set(['NPD', 'AO', 'ILR', 'QCFU']),
    )
  })

  it('numbers events once within a source, as whole numbers that fit an int', () => {
    const keys = college.lrs.flatMap(({ events }) => events.map((e) => `${e.Source}:${e.ID}`))
    expect(new Set(keys).size).toBe(keys.length)
    const ids = college.lrs.flatMap(({ events }) => events.map(({ ID }) => Number(ID)))
    expect(Math.max(...ids)).toBeLessThan(2 ** 31)
  })

  it('gives nobody in LRS a ULN that fails its check digit, and no ULN twice', () => {
    const ulns = college.lrs.map(({ uln }) => uln)
    expect(ulns.filter((uln) => ulnOf(Number(uln.slice(0, 9))) !== uln)).toEqual([])
    expect(new Set(ulns).size).toBe(ulns.length)
  })

  it('keeps to the lengths of ebs', () => {
    const tooLong = (name: string, column: string, length: number) =>
      table(name).filter((row) => String(row[column] ?? '').length > length)
    expect(tooLong('people', 'forename', 50)).toEqual([])
    expect(tooLong('people', 'surname', 50)).toEqual([])
    expect(tooLong('attainments', 'description', 240)).toEqual([])
    expect(tooLong('attainments', 'fes_qualification_aim', 8)).toEqual([])
  })

  it('ties enrolments and attainments to people and occurrences that exist', () => {
    const people = new Set(table('people').map((row) => row.person_code))
    const occurrences = new Set(table('unit_instance_occurrences').map((row) => row.uio_id))
    expect(
      table('people_units').filter(
        (u) => !people.has(u.person_code!) || !occurrences.has(u.uio_id!),
      ),
    ).toEqual([])
    expect(table('attainments').filter((a) => !people.has(a.per_person_code!))).toEqual([])
    const ids = table('people_units').map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('the special learners', () => {
  it.each([
    ['noUln', 'unique_learn_no', null],
    ['noForename', 'forename', null],
    ['noSurname', 'surname', null],
    ['blankForename', 'forename', '   '],
    ['temporaryUln', 'unique_learn_no', 9999999999],
    ['noticeNotSeen', 'lrs_ability_to_share', '0'],
    ['optedOut', 'lrs_ability_to_share', '2'],
    ['apostrophe', 'surname', "O'Neill"],
    ['formulaName', 'forename', '=1+1'],
    ['inactive', 'is_active', 'N'],
  ] as const)('%s has %s %j', (name, column, value) => {
    expect(personOf(name)[column]).toBe(value)
  })

  it('has one whose check digit is wrong', () => {
    const uln = String(personOf('badCheckDigit').unique_learn_no)
    expect(ulnOf(Number(uln.slice(0, 9)))).not.toBe(uln)
  })

  it('has two people with one ULN', () => {
    expect(personOf('sharedUln').unique_learn_no).toBe(personOf('sharedUlnOther').unique_learn_no)
  })

  it('has a person merged into the one who was kept', () => {
    expect(table('people_deduplication_audit')).toEqual([
      {
        id: 1,
        removed_person_code: Number(specials.mergedAway),
        retained_person_code: Number(specials.mergedKept),
      },
    ])
  })

  it('has a ULN linked to a master that holds the events', () => {
    const linked = lrsOf('linkedUln')
    const master = college.lrs.find(({ uln }) => uln === linked?.masterUln)
    expect(linked?.events).toEqual([])
    expect(master?.events.length).toBeGreaterThan(0)
  })

  it('has learners whom LRS does not share, does not verify, does not know, knows by another name', () => {
    expect(lrsOf('notShared')?.shares).toBe(false)
    expect(lrsOf('notVerified')?.familyName).not.toBe(personOf('notVerified').surname)
    expect(lrsOf('unknownUln')).toBeUndefined()
    expect(lrsOf('formerSurname')?.previousFamilyName).toBe(
      personOf('formerSurname').previous_surname,
    )
  })

  it('has learners with no events, with 200, and with participation only', () => {
    expect(lrsOf('noEvents')?.events).toHaveLength(0)
    expect(lrsOf('manyEvents')?.events).toHaveLength(200)
    const events = lrsOf('participationOnly')?.events ?? []
    expect(events.length).toBeGreaterThan(0)
    expect(events.every((e) => e.AchievementAwardDate === '' && e.Grade === '9999999999')).toBe(
      true,
    )
  })

  it('has records of the import that ebs has of its own, one without a date', () => {
    expect(attainmentsOf('imported').map((row) => row.source)).toEqual(
      lrsOf('imported')?.events.map(() => 'PLR data'),
    )
    expect(attainmentsOf('importedWithoutDate')).toMatchObject([
      { source: 'PLR data', date_awarded: null, grade: null },
    ])
  })

  it('has records keyed by hand, which bear no source', () => {
    const rows = attainmentsOf('keyedByHand')
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every((row) => row.source === null)).toBe(true)
  })

  it('has the same qualification from two sources, in two spellings of its number', () => {
    const events = lrsOf('twoSources')?.events ?? []
    expect(events.map((e) => [e.Source, e.SubjectCode])).toEqual([
      ['NPD', '60142923'],
      ['AO', '601/4292/3'],
    ])
  })

  it('has a plain learner with results at LRS and nothing in ebs yet', () => {
    expect(attainmentsOf('allNew')).toEqual([])
    expect(lrsOf('allNew')?.events.every((e) => (e.AchievementAwardDate ?? '') !== '')).toBe(true)
  })
})
