import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { facts, sampleMapping } from '../../../tests/support/compareSamples.ts'
import type { EventFacts } from '../event/learningEvent.ts'
import type { AttainmentValues } from './attainment.ts'
import { columnSources } from './attainmentMapping.ts'
import type { AttainmentMapping, ColumnSource } from './attainmentMapping.ts'
import { columnRules } from './columnRules.ts'
import { createCompareSteps } from './comparer.ts'
import { nothing } from './difference.ts'
import { fieldsOf } from './fields.ts'
import { createGlance } from './glance.ts'
import { lengthUnits } from './length.ts'
import { policies, readRules } from './rules/rules.ts'
import type { Policy } from './rules/rules.ts'

const shipped = readRules()

/** What the glance says of an event and a record, and what the whole comparison says. */
function looks(mapping: AttainmentMapping, policy: Policy = 'overwrite') {
  const { open, differ } = createCompareSteps({ mapping, rules: { ...shipped, policy } })
  const columns = columnRules(mapping)
  const glance = createGlance(columns, fieldsOf(columns))
  return {
    written: (event: EventFacts) => open(event, null).written,
    look(event: EventFacts, record: AttainmentValues) {
      const one = open(event, null)
      return { atAGlance: glance(one, record), whole: differ(one.written, record) }
    },
  }
}

const long = 'Mathematics and more '.repeat(20)
const event: fc.Arbitrary<EventFacts> = fc
  .record({
    id: fc.constantFrom('7', '1234567890', '12345678901'),
    subject: fc.constantFrom('Maths', 'MATHS', 'Été', 'Ffrangeg: é', long, '', ' ', '\u00A0', null),
    grade: fc.constantFrom('A', '6-5', '9999999999', ' 9999999999', ' ', 'Distinction', long, null),
    achievementAwardDate: fc.constantFrom(
      '2022-08-25',
      '2022-08-25 00:00:00',
      '2022-02-30',
      'never',
      ' ',
      null,
    ),
    subjectCode: fc.constantFrom('601/4608/4', '60146084', '601/4608/4/77', '500/x', '/', null),
    credits: fc.constantFrom(-1, 0, 3, 12.5, 12345, null),
    level: fc.constantFrom('Level 3', 'Level 1/2', null),
    qualificationType: fc.constantFrom('GCSE', 'NVQ', null),
    awardingOrganisationUkprn: fc.constantFrom('100060', '999999', null),
  })
  .map(facts)

/** Some columns of all kinds, each with what a college may say of it; two may take the same. */
const mapping: fc.Arbitrary<AttainmentMapping> = fc
  .array(
    fc.record({
      from: fc.constantFrom(...columnSources),
      length: fc.constantFrom(4, 10, 240, null, null),
      unit: fc.constantFrom(...lengthUnits),
      required: fc.boolean(),
      compared: fc.boolean(),
      insertOnly: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((some) => ({
    ...sampleMapping,
    columns: some.map((column, at) => ({ column: `COLUMN_${at}`, ...column })),
    examBoards: { 100060: 'AQA' },
  }))

/** What a column may hold as LRS sent it, also where Update would cut it or leave it out. */
const sent: Partial<Record<ColumnSource, keyof EventFacts>> = {
  title: 'subject',
  grade: 'grade',
  awardDate: 'achievementAwardDate',
  aim: 'subjectCode',
  credits: 'credits',
  eventId: 'id',
}

/** A record that mostly holds what the event would write, or what LRS sent. */
function recordOf(given: AttainmentMapping, one: EventFacts): fc.Arbitrary<AttainmentValues> {
  const { values } = looks(given).written(one)
  const held = given.columns.map(({ column, from }) => {
    const asSent = sent[from] ? one[sent[from]] : null
    return [
      column,
      fc.oneof(
        { weight: 20, arbitrary: fc.constantFrom(values[column] ?? asSent, asSent) },
        { weight: 1, arbitrary: fc.constantFrom(null, '', '3', 'Maths') },
      ),
    ] as const
  })
  return fc.record(Object.fromEntries(held))
}

const cases = fc
  .tuple(fc.oneof(fc.constant(sampleMapping), mapping, mapping), event)
  .chain(([given, one]) => fc.tuple(fc.constant(given), fc.constant(one), recordOf(given, one)))

describe('a glance', () => {
  it('calls nothing the same in which the whole comparison finds a difference or a note', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(...policies), ([given, one, record], policy) => {
        const { atAGlance, whole } = looks(given, policy).look(one, record)
        if (atAGlance) expect(whole).toEqual(nothing)
      }),
      { numRuns: 1000 },
    )
  })

  it('is enough for a record that Update has written, where nothing had to be noted', () => {
    const { written, look } = looks(sampleMapping)
    fc.assert(
      fc.property(event, (one) => {
        const { values, notes, unwritable } = written(one)
        const isPlain = notes.length === 0 && unwritable === null
        expect(look(one, { CATS_CREDITS: null, ...values }).atAGlance).toBe(isPlain)
      }),
    )
  })

  it.each([
    ['a grade that is spelled otherwise', 'GRADE', '65'],
    ['empty text', 'DATE_AWARDED', ''],
  ])('leaves %s to the whole comparison', (_, column, held) => {
    const { written, look } = looks(sampleMapping)
    const one = facts({ grade: '6-5', achievementAwardDate: null })
    const record = { CATS_CREDITS: null, ...written(one).values, [column]: held }
    expect(look(one, record)).toEqual({ atAGlance: false, whole: nothing })
  })

  it.each(['subject', 'grade'] as const)('leaves a %s of too many bytes to it', (field) => {
    const from = field === 'subject' ? 'title' : 'grade'
    const columns = sampleMapping.columns.map((column) =>
      column.from === from ? { ...column, length: 4, unit: 'bytes' as const } : column,
    )
    const { written, look } = looks({ ...sampleMapping, columns })
    const one = facts({ [field]: 'Été' })
    const name = columns.find((column) => column.from === from)?.column ?? ''
    const record = { CATS_CREDITS: null, ...written(one).values, [name]: 'Été' }
    expect(look(one, record).atAGlance).toBe(false)
  })
})
