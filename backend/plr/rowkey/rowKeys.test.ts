import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { RowKeyContent } from './rowKey.ts'
import { createRowKeys } from './rowKeys.ts'

const now = new Date('2026-09-01T10:00:00Z')
const seconds = (date: Date) => Math.floor(date.getTime() / 1000)

const options = {
  secrets: ['a secret of at least thirty-two characters'],
  ukprn: '10001234',
  environmentName: 'live',
  databaseIdentity: 'db-1',
  hours: 24,
}
const rowKeys = createRowKeys(options)

const typical: RowKeyContent = {
  personCode: '1042',
  askedUln: '9000000016',
  foundUln: '9000000016',
  answeredAt: seconds(now),
  facts: {
    source: 'NPD',
    id: '38075057',
    subject: 'GCSE (9-1) in English Language',
    grade: '5',
    achievementAwardDate: '2024-08-22',
    subjectCode: '60142923',
    credits: 0,
    level: 'Level 1/2',
    qualificationType: 'GCSE',
    awardingOrganisationUkprn: '100060',
    participationStartDate: null,
    participationEndDate: null,
    status: 'F',
    underDataChallenge: 'N',
  },
  held: { attainmentCode: '700123', digest: 'q8d2Jw1xZk0a' },
  beside: null,
}

const text = fc.option(fc.string({ unit: 'binary', maxLength: 60 }), { nil: null })
const content: fc.Arbitrary<RowKeyContent> = fc.record({
  personCode: fc.stringMatching(/^[1-9]\d{0,9}$/),
  askedUln: fc.stringMatching(/^\d{10}$/),
  foundUln: fc.option(fc.stringMatching(/^\d{10}$/), { nil: null }),
  answeredAt: fc.constant(seconds(now)),
  facts: fc.record({
    source: text,
    id: fc.stringMatching(/^\d{1,10}$/),
    subject: fc.option(fc.string({ maxLength: 240 }), { nil: null }),
    grade: text,
    achievementAwardDate: text,
    subjectCode: text,
    credits: fc.option(fc.integer(), { nil: null }),
    level: text,
    qualificationType: text,
    awardingOrganisationUkprn: text,
    participationStartDate: text,
    participationEndDate: text,
    status: text,
    underDataChallenge: text,
  }),
  held: fc.option(
    fc.record({ attainmentCode: fc.stringMatching(/^\d{1,10}$/), digest: fc.string() }),
    { nil: null },
  ),
  beside: fc.option(
    fc.record({
      attainmentCode: fc.option(fc.stringMatching(/^\d{1,10}$/), { nil: null }),
      likelySame: fc.boolean(),
    }),
    { nil: null },
  ),
})

describe('row keys', () => {
  it('open to the content they were sealed with', () => {
    expect(rowKeys.open(rowKeys.seal(typical), now)).toEqual({ kind: 'open', content: typical })
  })

  it('carry any content that fits, in at most 1,000 characters', () => {
    fc.assert(
      fc.property(content, (given) => {
        const rowKey = rowKeys.seal(given)
        expect(rowKey.length).toBeLessThanOrEqual(1000)
        expect(rowKeys.open(rowKey, now)).toMatchObject({
          kind: 'open',
          content: { personCode: given.personCode, foundUln: given.foundUln, beside: given.beside },
        })
      }),
    )
  })

  it('are 150 to 200 characters for a typical learning event', () => {
    expect(rowKeys.seal(typical).length).toBeLessThanOrEqual(200)
  })

  it('stay within 1,000 characters when LRS sends a title of 5,000', () => {
    const subject = Array.from({ length: 5000 }, (_, i) =>
      String.fromCodePoint(97 + ((i * i) % 26)),
    )
    const long = { ...typical, facts: { ...typical.facts, subject: subject.join('') } }
    const opened = rowKeys.open(rowKeys.seal(long), now)
    expect(opened).toMatchObject({ kind: 'open' })
    if (opened.kind === 'open') expect(opened.content.facts.subject?.length).toBeGreaterThan(240)
  })

  it('do not open once a single character was changed', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom('A', 'b', '7', '_'), (at, letter) => {
        const rowKey = rowKeys.seal(typical)
        const index = at % rowKey.length
        const forged = rowKey.slice(0, index) + letter + rowKey.slice(index + 1)
        expect(rowKeys.open(forged, now).kind).toBe(forged === rowKey ? 'open' : 'unreadable')
      }),
    )
  })

  it.each([
    ['another college', { ukprn: '10009999' }],
    ['another environment', { environmentName: 'train' }],
    ['another database', { databaseIdentity: 'db-2' }],
    ['another secret', { secrets: ['quite another secret of 32 characters'] }],
  ])('of %s do not open', (_, change) => {
    const other = createRowKeys({ ...options, ...change })
    expect(rowKeys.open(other.seal(typical), now)).toEqual({ kind: 'unreadable' })
  })

  it('still open while their secret is the older of two', () => {
    const rolled = createRowKeys({
      ...options,
      secrets: ['the new secret of 32 characters ok', ...options.secrets],
    })
    expect(rolled.open(rowKeys.seal(typical), now).kind).toBe('open')
    expect(rowKeys.open(rolled.seal(typical), now).kind).toBe('unreadable')
  })

  it('expire after their hours', () => {
    const rowKey = rowKeys.seal(typical)
    const after = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
    expect(rowKeys.open(rowKey, after(24)).kind).toBe('open')
    expect(rowKeys.open(rowKey, after(24.01)).kind).toBe('expired')
  })

  it.each(['', '1', 'x'.repeat(2000), '=1+1', '2abc'])('refuse %j', (rowKey) => {
    expect(rowKeys.open(rowKey, now)).toEqual({ kind: 'unreadable' })
  })

  it('never show what they carry', () => {
    const rowKey = rowKeys.seal(typical)
    const bytes = Buffer.from(rowKey.slice(1), 'base64url').toString('latin1')
    expect(rowKey + bytes).not.toContain('9000000016')
  })
})
