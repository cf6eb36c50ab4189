import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  attainment,
  facts,
  holdings,
  sampleMapping,
} from '../../../tests/support/compareSamples.ts'
import type { EventFacts } from '../event/learningEvent.ts'
import type { Attainment, AttainmentValues, Holdings } from './attainment.ts'
import { createComparer } from './comparer.ts'
import { readRules } from './rules/rules.ts'

/** The rules once more, plain and slow: nothing remembered, nothing indexed, everything tried. */
const ranks = ['NPD', 'AO', 'QCFU', 'ILR']
const bare = (text: unknown) => String(text ?? '').replace(/[/\s]/g, '')
const grade = (text: unknown) => bare(text).replace(/[-–]/g, '').toUpperCase()
const title = (text: unknown) => String(text ?? '').toUpperCase()

function written(event: EventFacts): AttainmentValues {
  const noGrade = event.grade === null || ['', '9999999999'].includes(event.grade.trim())
  return {
    DESCRIPTION: event.subject?.trim() ? event.subject : null,
    GRADE: noGrade ? null : event.grade,
    DATE_AWARDED: event.achievementAwardDate,
    FES_QUALIFICATION_AIM: bare(event.subjectCode) || null,
    ...(event.credits ? { CATS_CREDITS: event.credits } : {}),
    SOURCE_ID: event.id,
  }
}

function changesOf(event: EventFacts, { values }: Attainment) {
  const changes = Object.entries(written(event)).flatMap(([field, to]) => {
    const from = values[field] ?? null
    const same = field === 'GRADE' ? grade(from) === grade(to) : from === to
    return same || (field === 'SOURCE_ID' && from !== null) ? [] : [{ field, from, to }]
  })
  return changes.some(({ field }) => field !== 'SOURCE_ID') ? changes : []
}

function isImported(event: EventFacts, { values }: Attainment): boolean {
  const aim = bare(event.subjectCode).toUpperCase()
  const sameDate = values['DATE_AWARDED'] === event.achievementAwardDate
  const sameTitle = title(values['DESCRIPTION']) === title(written(event)['DESCRIPTION'])
  return (
    values['SOURCE'] === 'PLR data' &&
    aim !== '' &&
    bare(values['FES_QUALIFICATION_AIM']).toUpperCase() === aim &&
    sameDate &&
    (event.achievementAwardDate !== null || sameTitle)
  )
}

/** Event → the record it is, by its code. */
function recognised(events: readonly EventFacts[], { attainments, links }: Holdings) {
  const found = new Map<EventFacts, Attainment>()
  const rank = (event: EventFacts) => ranks.indexOf(event.source ?? '')
  const ordered = [...events].sort((a, b) => rank(a) - rank(b) || Number(a.id) - Number(b.id))
  const key = (event: EventFacts) => `${event.source}:${event.id}`
  const linkedTo = (code: string) =>
    [...links].filter(([, to]) => to === code).map(([from]) => from)
  const settled = new Set<EventFacts>()
  const claim = (event: EventFacts, may: (record: Attainment) => boolean) => {
    if (settled.has(event)) return
    const record = attainments.find((one) => ![...found.values()].includes(one) && may(one))
    if (record) found.set(event, record)
    if (record) settled.add(event)
  }
  const isUnlinked = (record: Attainment) => linkedTo(record.attainmentCode).length === 0
  const isOrphan = (record: Attainment) =>
    linkedTo(record.attainmentCode).every((from) => !events.some((event) => key(event) === from))

  for (const event of ordered) {
    const code = links.get(key(event))
    claim(event, (record) => record.attainmentCode === code)
    if (attainments.some((record) => record.attainmentCode === code)) settled.add(event)
  }
  const bears = (event: EventFacts, record: Attainment) =>
    record.values['SOURCE'] === 'PLR data' && record.values['SOURCE_ID'] === event.id
  const sameAim = (event: EventFacts, record: Attainment) =>
    record.values['FES_QUALIFICATION_AIM'] === (bare(event.subjectCode) || null)
  for (const event of ordered) {
    claim(event, (one) => bears(event, one) && isUnlinked(one) && sameAim(event, one))
  }
  for (const event of ordered) claim(event, (one) => bears(event, one) && isUnlinked(one))
  for (const source of ranks) {
    const peers = ordered.filter((event) => event.source === source)
    const equal = (event: EventFacts, one: Attainment) => changesOf(event, one).length === 0
    for (const event of peers) {
      claim(event, (one) => isImported(event, one) && isUnlinked(one) && equal(event, one))
      claim(event, (one) => isImported(event, one) && isOrphan(one) && equal(event, one))
    }
    for (const event of peers) {
      claim(event, (one) => isImported(event, one) && isUnlinked(one))
      claim(event, (one) => isImported(event, one) && isOrphan(one))
    }
  }
  return found
}

const grades = fc.constantFrom('A', 'a ', '6-5', '65', '9999999999', null)
const event = fc
  .record({
    source: fc.constantFrom('NPD', 'AO', 'ILR'),
    id: fc.integer({ min: 1, max: 9 }).map(String),
    subject: fc.constantFrom('Maths', 'MATHS', 'English', ' '),
    grade: grades,
    achievementAwardDate: fc.constantFrom('2022-08-25', '2021-08-12', null),
    subjectCode: fc.constantFrom('601/4608/4', '60146084', '500/x', null),
    credits: fc.constantFrom(0, 3, null),
  })
  .map(facts)
const events = fc.uniqueArray(event, { selector: (e) => `${e.source}:${e.id}`, maxLength: 8 })
const record = fc.record({
  DESCRIPTION: fc.constantFrom('Maths', 'English'),
  GRADE: grades,
  DATE_AWARDED: fc.constantFrom('2022-08-25', '2021-08-12', null),
  FES_QUALIFICATION_AIM: fc.constantFrom('60146084', '500x', '500X', null),
  CATS_CREDITS: fc.constantFrom(3, null),
  SOURCE: fc.constantFrom('PLR data', 'PLR data', null),
  SOURCE_ID: fc.constantFrom('1', '2', '3', null, null),
})
const keys = fc.constantFrom('NPD:1', 'NPD:2', 'AO:2', 'ILR:3', 'NPD:77')
const held = fc
  .tuple(fc.array(record, { maxLength: 8 }), fc.dictionary(keys, fc.constantFrom('1', '2', '9')))
  .map(([records, links]) =>
    holdings(
      records.map((values, at) => attainment(String(at + 1), values)),
      links,
    ),
  )

describe('the comparison', () => {
  it('finds the records and the changes that the rules find when they are followed plainly', () => {
    const compare = createComparer({ mapping: sampleMapping, rules: readRules() })
    fc.assert(
      fc.property(events, held, (given, holding) => {
        const plain = recognised(given, holding)
        const expected = given.map((one) => {
          const found = plain.get(one)
          return found && { code: found.attainmentCode, changes: changesOf(one, found) }
        })
        const told = compare(given, holding, false).map(
          (one) => one.held && { code: one.held.attainmentCode, changes: one.changes },
        )
        expect(told).toEqual(expected.map((one) => one ?? null))
      }),
      { numRuns: 1000 },
    )
  })
})
