import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  attainment,
  facts,
  holdings,
  sampleMapping,
} from '../../../tests/support/compareSamples.ts'
import type { Attainment, Holdings } from '../compare/attainment.ts'
import { createComparer } from '../compare/comparer.ts'
import { readRules } from '../compare/rules/rules.ts'
import type { EventFacts } from '../event/learningEvent.ts'
import { createJudge } from './judge.ts'
import type { Asked } from './judge.ts'

const parts = { mapping: sampleMapping, rules: readRules() }
const judge = createJudge(parts)
const compare = createComparer(parts)

/** What a download of these events against these records puts into row keys. */
function askedFor(events: readonly EventFacts[], held: Holdings): Asked[] {
  return compare(events, held, false).map((comparison, at) => ({
    rowKey: String(at),
    content: {
      personCode: '1001',
      askedUln: '9000000016',
      foundUln: '9000000016',
      answeredAt: 0,
      facts: events[at]!,
      held: comparison.held && { ...comparison.held, digest: comparison.held.digest },
      beside: comparison.beside,
    },
    decision: null,
  }))
}
const decided = (asked: Asked, take: 'write' | 'skip'): Asked => ({
  ...asked,
  decision: { rowKey: asked.rowKey, take },
})

describe('judging a row', () => {
  const held = holdings([attainment('8', { GRADE: '5' })])

  it('writes what stands as it did at the download', () => {
    const [verdict] = judge(askedFor([facts()], held), held)
    expect(verdict).toMatchObject({ act: { kind: 'update', attainmentCode: '8' }, link: '8' })
  })

  it('calls unchanged what ebs equals by now, whoever wrote it', () => {
    const [verdict] = judge(askedFor([facts()], held), holdings([attainment('8')]))
    expect(verdict).toMatchObject({ act: { kind: 'unchanged' }, changes: [] })
  })

  it.each([
    ['changed', holdings([attainment('8', { GRADE: '4' })])],
    ['gone', holdings()],
    ['another', holdings([attainment('9', { GRADE: '4' })])],
  ])('fails when the record is %s', (_, now) => {
    const [verdict] = judge(askedFor([facts()], held), now)
    expect(verdict).toMatchObject({ act: { kind: 'failed' } })
    expect(verdict?.reason).toContain('Changed in ebs since the download')
  })

  it('skips what needs a decision, and takes it', () => {
    const asked = askedFor([facts({ status: 'P' })], holdings())
    expect(judge(asked, holdings())[0]?.act.kind).toBe('skipped')
    expect(
      judge(
        asked.map((a) => decided(a, 'write')),
        holdings(),
      )[0]?.act.kind,
    ).toBe('insert')
    expect(
      judge(
        asked.map((a) => decided(a, 'skip')),
        holdings(),
      )[0]?.act.kind,
    ).toBe('skipped')
  })

  it('lets no two rows write one record', () => {
    const asked = askedFor([facts({ id: '1' }), facts({ id: '2', subjectCode: '500' })], held).map(
      (a): Asked => ({
        ...a,
        decision: { rowKey: a.rowKey, take: 'same-as', attainmentCode: '8' },
      }),
    )
    const kinds = judge(asked, held).map((verdict) => verdict.act.kind)
    expect(kinds.sort()).toEqual(['failed', 'update'])
  })
})

const event = fc
  .record({
    source: fc.constantFrom('NPD', 'AO', 'ILR'),
    id: fc.integer({ min: 1, max: 4 }).map(String),
    grade: fc.constantFrom('4', '6', 'A', null),
    achievementAwardDate: fc.constantFrom('2022-08-25', '2021-08-25', null),
    subjectCode: fc.constantFrom('601/4608/4', '500', null),
  })
  .map((change) => facts(change))
const events = fc.uniqueArray(event, { selector: (e) => `${e.source}:${e.id}`, maxLength: 5 })
const records = fc
  .array(
    fc.record({
      GRADE: fc.constantFrom('4', '6', null),
      DATE_AWARDED: fc.constantFrom('2022-08-25', '2021-08-25', null),
      FES_QUALIFICATION_AIM: fc.constantFrom('60146084', '500', null),
      SOURCE: fc.constantFrom('PLR data', null),
      SOURCE_ID: fc.constantFrom('1', '2', null),
    }),
    { maxLength: 4 },
  )
  .map((all) => all.map((values, at) => attainment(String(at + 1), values)))

/** No event could be two of the records: by id, or by aim and date. */
function isUnambiguous(all: readonly Attainment[], given: readonly EventFacts[]): boolean {
  const ids = all.flatMap(({ values }) => values['SOURCE_ID'] ?? [])
  const dated = all.map(
    ({ values }) => `${values['FES_QUALIFICATION_AIM']} ${values['DATE_AWARDED']}`,
  )
  const contradicts = given.some(({ id, subjectCode, achievementAwardDate }) =>
    all.some(
      ({ values }) =>
        values['SOURCE_ID'] === id &&
        (values['FES_QUALIFICATION_AIM'] !== (subjectCode?.replaceAll('/', '') ?? null) ||
          values['DATE_AWARDED'] !== achievementAwardDate),
    ),
  )
  return !contradicts && new Set(ids).size === ids.length && new Set(dated).size === dated.length
}

/** ebs after the verdicts were carried out. */
function carriedOut(asked: readonly Asked[], held: Holdings): Holdings {
  const now = new Map<string, Attainment>(held.attainments.map((a) => [a.attainmentCode, a]))
  const links = new Map(held.links)
  for (const [at, verdict] of judge(asked, held).entries()) {
    const { act } = verdict
    const code = act.kind === 'insert' ? String(100 + at) : verdict.link
    if (act.kind === 'insert') {
      const blank = attainment(
        code!,
        Object.fromEntries(sampleMapping.columns.map((c) => [c.column, null])),
      )
      now.set(code!, { ...blank, values: { ...blank.values, ...act.set } })
    } else if (act.kind === 'update') {
      const before = now.get(act.attainmentCode)!
      now.set(act.attainmentCode, { ...before, values: { ...before.values, ...act.set } })
    }
    const { source, id } = asked[at]!.content.facts
    if (code !== null) links.set(`${source}:${id}`, code)
  }
  return { attainments: [...now.values()], links }
}

describe('whatever was downloaded', () => {
  it('a second update of rows that were written writes nothing', () => {
    fc.assert(
      fc.property(events, records, (given, all) => {
        const held = holdings(all)
        const asked = askedFor(given, held).map((row) => decided(row, 'write'))
        const first = judge(asked, held)
        const second = judge(asked, carriedOut(asked, held))
        for (const [at, { act }] of first.entries()) {
          const wrote = act.kind === 'insert' || act.kind === 'update'
          if (wrote) expect(second[at]?.act.kind).toBe('unchanged')
        }
      }),
      { numRuns: 500 },
    )
  })

  it('each part of a selection is judged as the whole is', () => {
    fc.assert(
      fc.property(events, records, fc.nat(), (given, all, which) => {
        fc.pre(given.length > 0)
        const held = holdings(all)
        const asked = askedFor(given, held).map((row) => decided(row, 'write'))
        const at = which % asked.length
        const [part, whole] = [judge([asked[at]!], held)[0]?.act, judge(asked, held)[at]?.act]
        // Of two records that one event could be only the whole can tell: a part then writes nothing.
        const writes = part?.kind === 'insert' || part?.kind === 'update'
        if (writes || isUnambiguous(all, given)) {
          expect(part?.kind).toBe(whole?.kind)
        }
      }),
      { numRuns: 500 },
    )
  })
})
