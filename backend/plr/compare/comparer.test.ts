import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  attainment,
  facts,
  holdings,
  sampleMapping,
} from '../../../tests/support/compareSamples.ts'
import type { EventFacts } from '../event/learningEvent.ts'
import type { Holdings } from './attainment.ts'
import { createComparer } from './comparer.ts'
import { digestOf } from './digest.ts'
import { readRules } from './rules/rules.ts'

const compare = createComparer({ mapping: sampleMapping, rules: readRules() })
const one = (event: EventFacts, held: Holdings, linked = false) => {
  const [comparison] = compare([event], held, linked)
  if (!comparison) throw new Error('no comparison')
  return comparison
}
const byHand = { SOURCE: null, SOURCE_ID: null }

describe('a learning event that ebs does not hold', () => {
  it('is New, with every value it would write', () => {
    const comparison = one(facts(), holdings())
    expect(comparison).toMatchObject({ status: 'New', action: 'insert', held: null, reason: null })
    expect(comparison.changes).toContainEqual({
      field: 'FES_QUALIFICATION_AIM',
      from: null,
      to: '60146084',
    })
    expect(comparison.set).toMatchObject({ SOURCE: 'PLR data', SOURCE_ID: '70001' })
    expect(comparison.set).not.toHaveProperty('CATS_CREDITS')
  })

  it('takes the attainment type of its qualification type, else the default', () => {
    expect(one(facts(), holdings()).set.ATYPE_ATTAINMENT_TYPE_CODE).toBe('GCSE')
    expect(
      one(facts({ qualificationType: 'NVQ' }), holdings()).set.ATYPE_ATTAINMENT_TYPE_CODE,
    ).toBe('PLR')
  })
})

describe('recognising', () => {
  it('goes by the link first, even when nothing else agrees', () => {
    const moved = attainment('5', { FES_QUALIFICATION_AIM: '99999999', DATE_AWARDED: '2001-01-01' })
    const comparison = one(facts(), holdings([attainment('4'), moved], { 'NPD:70001': '5' }))
    expect(comparison).toMatchObject({ status: 'Changed', held: { attainmentCode: '5' } })
    expect(comparison.held?.digest).toBe(digestOf(moved.values))
  })

  it('goes by SOURCE_ID only together with SOURCE', () => {
    const change = { SOURCE_ID: '70001', DATE_AWARDED: '2010-01-01', FES_QUALIFICATION_AIM: 'X' }
    expect(one(facts(), holdings([attainment('7', change)])).held?.attainmentCode).toBe('7')
    expect(one(facts(), holdings([attainment('7', { ...change, SOURCE: 'UCAS' })]))).toMatchObject({
      status: 'New',
    })
  })

  it('does not take an id of another source’s event for its own', () => {
    const held = holdings([attainment('7', { SOURCE_ID: '70001' })], { 'AO:70001': '7' })
    const event = facts({ subjectCode: '500/1111/1' })
    expect(one(event, held).status).toBe('New')
  })

  it('finds records of ebs’s own import by aim and award date', () => {
    const comparison = one(facts(), holdings([attainment('8', { GRADE: '5' })]))
    expect(comparison).toMatchObject({ status: 'Changed', held: { attainmentCode: '8' } })
    expect(comparison.changes).toContainEqual({ field: 'GRADE', from: '5', to: '6' })
    expect(comparison.changes).toContainEqual({ field: 'SOURCE_ID', from: null, to: '70001' })
  })

  it('matches a blank award date with a blank one, by title too', () => {
    const undated = facts({ achievementAwardDate: null, grade: 'Pass' })
    const held = attainment('9', { DATE_AWARDED: null, GRADE: 'Pass' })
    expect(one(undated, holdings([held]))).toMatchObject({ status: 'Same' })
    const otherTitle = { ...held, values: { ...held.values, DESCRIPTION: 'Another title' } }
    expect(one(undated, holdings([otherTitle])).held).toBeNull()
  })

  it('never takes a record keyed by hand for its own', () => {
    const comparison = one(facts(), holdings([attainment('3', { ...byHand, GRADE: 'B' })]))
    expect(comparison).toMatchObject({
      status: 'Review',
      action: 'insert',
      held: null,
      likelySame: '3',
    })
    expect(comparison.reason).toContain('attainment 3, keyed by hand')
  })

  it('finds one keyed by hand by its title in the same year, not in another', () => {
    const keyed = (date: string) =>
      attainment('3', {
        ...byHand,
        FES_QUALIFICATION_AIM: null,
        DESCRIPTION: 'gcse in  MATHEMATICS.',
        DATE_AWARDED: date,
      })
    expect(one(facts(), holdings([keyed('2022-06-01')])).likelySame).toBe('3')
    expect(one(facts(), holdings([keyed('2021-06-01')])).status).toBe('New')
  })

  it('calls a record keyed by hand that equals it Same', () => {
    expect(one(facts(), holdings([attainment('3', byHand)])).status).toBe('Same')
  })

  it('lets one record be claimed by one event, NPD before AO, and marks the other', () => {
    const npd = facts({ grade: '7' })
    const ao = facts({ source: 'AO', id: '5', subject: 'Mathematics' })
    const [second, first] = compare([ao, npd], holdings([attainment('8')]), false)
    expect(first).toMatchObject({ status: 'Changed', held: { attainmentCode: '8' } })
    expect(second).toMatchObject({
      status: 'Review',
      likelySame: '8',
      beside: { attainmentCode: '8', likelySame: true },
    })
  })

  it('marks the second of two sources when ebs holds neither', () => {
    const [npd, ao] = compare([facts(), facts({ source: 'AO', id: '5' })], holdings(), false)
    expect(npd).toMatchObject({ status: 'New', beside: { likelySame: false } })
    expect(ao).toMatchObject({ status: 'Review', likelySame: null, beside: { likelySame: true } })
  })

  it('keeps two events of one source apart', () => {
    const events = [facts(), facts({ id: '70002', grade: '3' })]
    const [first, second] = compare(events, holdings([attainment('8', { GRADE: '3' })]), false)
    expect(first).toMatchObject({ status: 'New', beside: { attainmentCode: '8' } })
    expect(second).toMatchObject({ status: 'Same', held: { attainmentCode: '8' } })
  })

  it('takes over the record of an event that LRS no longer sends', () => {
    const held = holdings([attainment('8')], { 'NPD:1': '8' })
    expect(one(facts({ grade: '7' }), held).held?.attainmentCode).toBe('8')
  })
})

describe('what needs a decision', () => {
  it.each([
    ['junk title', facts({ subject: 'Not Applicable' }), 'not applicable'],
    ['junk grade', facts({ grade: 'No Show' }), 'did not sit'],
    ['participation', facts({ grade: '9999999999', achievementAwardDate: '' }), 'Participation'],
    ['provisional', facts({ status: 'P' }), 'provisional'],
    ['challenged', facts({ underDataChallenge: 'Y' }), 'data challenge'],
    ['challenged, in a small letter', facts({ underDataChallenge: ' y' }), 'data challenge'],
  ])('%s', (_, event, reason) => {
    const comparison = one(event, holdings())
    expect(comparison.status).toBe('Review')
    expect(comparison.reason).toContain(reason)
  })

  it('a linked ULN, unless ebs holds the row already', () => {
    expect(one(facts(), holdings(), true).reason).toContain('linked')
    expect(one(facts(), holdings([attainment('8')]), true).status).toBe('Same')
  })

  it('a lower grade within one scale, and only there', () => {
    const against = (grade: string) => one(facts(), holdings([attainment('8', { GRADE: grade })]))
    expect(against('7')).toMatchObject({ status: 'Review', action: 'update' })
    expect(against('5').status).toBe('Changed')
    expect(against('A').status).toBe('Changed')
  })

  it('nothing that equals ebs', () => {
    const event = facts({ status: 'P', underDataChallenge: 'Y' })
    expect(one(event, holdings([attainment('8')]))).toMatchObject({ status: 'Same', changes: [] })
  })
})

describe('values', () => {
  it('compare grades however they are spelled', () => {
    const held = holdings([attainment('8', { GRADE: '6 5' })])
    expect(one(facts({ grade: '6-5' }), held).status).toBe('Same')
    expect(one(facts({ grade: '65' }), held).status).toBe('Same')
  })

  it('cut a long title at a word and say so', () => {
    const comparison = one(facts({ subject: 'Mathematics and more '.repeat(20) }), holdings())
    const title = String(comparison.set.DESCRIPTION)
    expect(title.length).toBeLessThanOrEqual(240)
    expect(title).toMatch(/ (Mathematics|and|more)$/)
    expect(comparison.reason).toContain('was cut')
  })

  it('leave out what does not fit an optional column', () => {
    const comparison = one(facts({ subjectCode: '601/4608/4/77' }), holdings())
    expect(comparison.set).not.toHaveProperty('FES_QUALIFICATION_AIM')
    expect(comparison.reason).toContain('FES_QUALIFICATION_AIM')
    expect(comparison.unwritable).toBeNull()
  })

  it('say when a required column cannot take the value', () => {
    expect(one(facts({ grade: 'x'.repeat(256) }), holdings()).unwritable).toContain('GRADE')
    expect(one(facts({ subject: ' ' }), holdings()).unwritable).toContain('DESCRIPTION')
  })

  it('write an award date that is none as none and note it', () => {
    const comparison = one(facts({ achievementAwardDate: '2022-02-30' }), holdings())
    expect(comparison.set.DATE_AWARDED).toBeNull()
    expect(comparison.reason).toContain('2022-02-30')
  })

  it('compare credits only when LRS gives some', () => {
    const held = holdings([attainment('8', { CATS_CREDITS: 12 })])
    expect(one(facts({ credits: 0 }), held).status).toBe('Same')
    expect(one(facts({ credits: 13 }), held).changes).toContainEqual({
      field: 'CATS_CREDITS',
      from: 12,
      to: 13,
    })
  })
})

describe('policies', () => {
  const under = (policy: 'fill-blanks' | 'better-grade', grade: string | null) =>
    createComparer({ mapping: sampleMapping, rules: readRules({ policy }) })(
      [facts()],
      holdings([attainment('8', { GRADE: grade, DESCRIPTION: 'Maths' })], { 'NPD:70001': '8' }),
      false,
    )[0]

  it('fill blanks only', () => {
    expect(under('fill-blanks', '5')).toMatchObject({ status: 'Same' })
    expect(under('fill-blanks', null)?.changes).toContainEqual({
      field: 'GRADE',
      from: null,
      to: '6',
    })
  })

  it('take only a better grade', () => {
    expect(under('better-grade', '7')).toMatchObject({ status: 'Same' })
    expect(under('better-grade', '7')?.reason).toContain('keeps its own grade')
    expect(under('better-grade', '5')).toMatchObject({ status: 'Changed' })
  })
})

const text = fc.option(fc.constantFrom('A', 'B', '6', '9999999999', '', ' '), { nil: null })
const event: fc.Arbitrary<EventFacts> = fc.record({
  source: fc.constantFrom('NPD', 'AO', 'ILR', null),
  id: fc.integer({ min: 1, max: 6 }).map(String),
  subject: fc.option(fc.constantFrom('Maths', 'MATHS', 'English', ''), { nil: null }),
  grade: text,
  achievementAwardDate: fc.constantFrom(
    '2022-08-25',
    '2022-06-01',
    '2021-08-25',
    '',
    'never',
    null,
  ),
  subjectCode: fc.option(fc.constantFrom('601/4608/4', '60146084', '500'), { nil: null }),
  credits: fc.option(fc.integer({ min: -1, max: 3 }), { nil: null }),
  level: fc.constantFrom('Level 2', null),
  qualificationType: fc.constantFrom('GCSE', null),
  awardingOrganisationUkprn: fc.constant(null),
  participationStartDate: fc.constant(null),
  participationEndDate: fc.constant(null),
  status: fc.constantFrom('F', 'P', null),
  underDataChallenge: fc.constantFrom('N', 'Y', null),
})
const events = fc.uniqueArray(event, { selector: (e) => `${e.source}:${e.id}`, maxLength: 6 })
const record = fc
  .record({
    DESCRIPTION: fc.constantFrom('Maths', 'English'),
    GRADE: text,
    DATE_AWARDED: fc.constantFrom('2022-08-25', '2022-01-01', null),
    FES_QUALIFICATION_AIM: fc.constantFrom('60146084', '500', null),
    SOURCE: fc.constantFrom('PLR data', null),
    SOURCE_ID: fc.constantFrom('1', '2', null),
  })
  .map((values) => attainment('0', values).values)
const held = fc
  .tuple(
    fc.array(record, { maxLength: 6 }),
    fc.dictionary(fc.constantFrom('NPD:1', 'AO:2', 'ILR:3'), fc.constantFrom('1', '2', '9')),
  )
  .map(([records, links]) =>
    holdings(
      records.map((values, index) => attainment(String(index + 1), values)),
      links,
    ),
  )

describe('whatever LRS sends and ebs holds', () => {
  it('one record is claimed by one event at most', () => {
    fc.assert(
      fc.property(events, held, (given, holding) => {
        const codes = compare(given, holding, false).flatMap((c) => c.held?.attainmentCode ?? [])
        expect(new Set(codes).size).toBe(codes.length)
      }),
    )
  })

  it('the order of the answer changes nothing', () => {
    fc.assert(
      fc.property(events, held, (given, holding) => {
        const there = compare(given, holding, false)
        const back = [...compare([...given].reverse(), holding, false)].reverse()
        expect(back.map((c) => [c.status, c.held?.attainmentCode])).toEqual(
          there.map((c) => [c.status, c.held?.attainmentCode]),
        )
      }),
    )
  })

  it('nothing changes where nothing is to be written, and the other way round', () => {
    fc.assert(
      fc.property(events, held, fc.boolean(), (given, holding, linked) => {
        for (const c of compare(given, holding, linked)) {
          expect(c.status === 'Same').toBe(c.action === 'none')
          if (c.status === 'Same') expect(c.changes).toEqual([])
          if (c.action === 'update') expect(c.changes.length).toBeGreaterThan(0)
          if (linked) expect(['Same', 'Review']).toContain(c.status)
        }
      }),
    )
  })

  it('a record written and linked is Same ever after', () => {
    fc.assert(
      fc.property(event, (given) => {
        const written = one(given, holdings())
        const record = attainment('77', { CATS_CREDITS: null, ...written.set })
        const link = { [`${given.source ?? ''}:${given.id}`]: '77' }
        expect(one(given, holdings([record], link)).status).toBe('Same')
      }),
    )
  })
})
