import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { aPerson, anEvent, someUlns } from '../../tests/lrs/people.ts'
import { startPair, type Pair } from '../../tests/lrs/pair.ts'
import type { LrsAnswer } from '../plr/event/answer.ts'

const [ada = '', linked = '', master = '', closed = '', former = '', accents = ''] = someUlns(6)
const people = [
  aPerson(ada),
  aPerson(linked, { masterUln: master }),
  aPerson(master, { events: [anEvent(77)] }),
  aPerson(closed, { shares: false }),
  aPerson(former, { familyName: 'Married', previousFamilyName: "O'Neill & Co <x>" }),
  aPerson(accents, { givenName: 'Zoë', familyName: 'Łukasiewicz-Ŵ' }),
]

let pair: Pair
beforeAll(async () => {
  pair = await startPair({ people }, { timeoutMs: 700 })
})
afterAll(() => pair.close())
afterEach(() => {
  pair.simulator.setFaults('')
})

const codeOf = (answer: LrsAnswer) =>
  answer.kind === 'failed' || answer.kind === 'stopped' ? answer.errorCode : answer.responseCode

describe('a record', () => {
  it('is read field by field, nil, empty and absent alike', async () => {
    const answer = await pair.ask({ uln: ada })
    expect(answer).toMatchObject({
      kind: 'record',
      responseCode: 'WSRC0004',
      linked: false,
      foundUln: ada,
    })
    if (answer.kind !== 'record') throw new Error('no record')
    expect(answer.events).toHaveLength(2)
    expect(answer.events[0]).toEqual({
      achievementAwardDate: '2022-08-25',
      achievementProviderName: 'EXAMPLE HIGH SCHOOL',
      achievementProviderUkprn: '99990101',
      awardingOrganisationName: 'Example Awards Board',
      awardingOrganisationUkprn: '100999',
      collectionType: 'A',
      credits: 0,
      dateLoaded: '2023-01-31 09:15:00',
      grade: '6',
      id: '1',
      languageForAssessment: null,
      level: null,
      participationEndDate: null,
      participationStartDate: null,
      qualificationType: 'GCSE',
      restriction: '0',
      returnNumber: '01',
      source: 'NPD',
      status: 'F',
      subject: 'GCSE (9-1) in Example Mathematics & Data',
      subjectCode: '60140001',
      underDataChallenge: 'N',
    })
  })

  it('of a linked learner is marked, with the ULN it belongs to', async () => {
    expect(await pair.ask({ uln: linked })).toMatchObject({
      kind: 'record',
      responseCode: 'WSRC0022',
      linked: true,
      foundUln: master,
      events: [{ id: '77' }],
    })
  })

  it.each([
    ['signs that XML reserves', { uln: former, familyName: "O'Neill & Co <x>" }],
    ['accents', { uln: accents, givenName: 'Zoë', familyName: 'Łukasiewicz-Ŵ' }],
  ])('is found by a name with %s', async (_, question) => {
    expect(await pair.ask(question)).toMatchObject({ kind: 'record' })
  })

  it.each([
    'shuffled',
    'extra-elements',
    'other-prefixes',
    'shuffled,extra-elements,other-prefixes',
  ])('reads the same when the answer comes %s', async (shape) => {
    const plain = await pair.ask({ uln: ada })
    pair.simulator.setFaults(shape)
    const shaped = await pair.ask({ uln: ada })
    expect(shaped).toMatchObject({ kind: 'record' })
    expect({ ...shaped, answeredAt: 0 }).toEqual({ ...plain, answeredAt: 0 })
  })

  it.each([
    ['no-events', 0],
    ['no-events,record-absent', 0],
    ['many-events', 500],
  ])('with %s holds %d events', async (shape, count) => {
    pair.simulator.setFaults(shape)
    const answer = await pair.ask({ uln: ada })
    expect(answer.kind === 'record' && answer.events.length).toBe(count)
  })

  it('keeps letters beyond ASCII and dates to come', async () => {
    pair.simulator.setFaults('non-ascii,future-date')
    expect(await pair.ask({ uln: ada })).toMatchObject({
      events: [
        { subject: 'Mathemateg – Rhifedd ✓ Ŵ é Ž 数', achievementAwardDate: '2058-07-01' },
        {},
      ],
    })
  })
})

describe('an answer without a record', () => {
  it.each([
    ['not shared', { uln: closed }, 'WSEC0206', 'learner'],
    ['names that do not fit', { uln: ada, familyName: 'Other' }, 'WSEC0208', 'learner'],
    ['a ULN nobody has', { uln: someUlns(9)[8] ?? '' }, 'WSEC0208', 'learner'],
  ])('for %s is refused in a response', async (_, question, code, concern) => {
    const answer = await pair.ask(question)
    expect(answer).toMatchObject({ kind: 'refused', responseCode: code, concern })
    expect(answer.kind === 'refused' && answer.advice.length).toBeGreaterThan(10)
  })

  it('with a code nobody knows is never taken for success', async () => {
    pair.simulator.setFaults('unknown-code')
    expect(await pair.ask({ uln: ada })).toMatchObject({
      kind: 'refused',
      responseCode: 'WSRC0777',
      responseDescription: 'LRS gave a code that this link does not know',
    })
  })

  it('for another ULN than the one asked shows nothing of it', async () => {
    pair.simulator.setFaults('other-uln')
    const answer = await pair.ask({ uln: ada })
    expect(answer).toMatchObject({ kind: 'failed', errorCode: 'LNK0105' })
    expect(JSON.stringify(answer)).not.toMatch(/9999999998|GCSE/)
  })
})

describe('a fault', () => {
  it.each([
    ['invalid-request', 'WSEC0001'],
    ['unknown-operation', 'WSEC0002'],
    ['invalid-uln', 'WSEC0136'],
    ['server-error', 'WSEC0999'],
    ['unknown-fault', 'WSEC9998'],
  ])('%s is the learner’s own row, whichever way it comes', async (fault, code) => {
    pair.simulator.setFaults(fault)
    expect(await pair.ask({ uln: ada })).toMatchObject({ kind: 'failed', errorCode: code })
    pair.simulator.setFaults(`${fault},as-miap-fault`)
    expect(await pair.ask({ uln: ada })).toMatchObject({ kind: 'failed', errorCode: code })
    pair.simulator.setFaults(`${fault},as-response-code`)
    expect(await pair.ask({ uln: ada })).toMatchObject({ kind: 'refused', responseCode: code })
  })

  it.each([
    ['unknown-organisation', 'WSEC0003', 'lrs-organisation-unknown'],
    ['out-of-hours', 'WSEC0004', 'lrs-out-of-hours'],
    ['wrong-password', 'WSEC0005', 'lrs-password-refused'],
    ['not-permitted', 'WSEC0006', 'lrs-access-refused'],
  ])('%s ends the download, whichever way it comes', async (fault, errorCode, code) => {
    for (const shape of ['', ',as-miap-fault', ',as-response-code']) {
      pair.simulator.setFaults(fault + shape)
      const before = pair.simulator.counts().total
      expect(await pair.ask({ uln: ada })).toMatchObject({ kind: 'stopped', errorCode, code })
      expect(pair.simulator.counts().total - before).toBe(1)
    }
  })

  it('without a code has one of ours', async () => {
    pair.simulator.setFaults('bare-fault')
    expect(await pair.ask({ uln: ada })).toMatchObject({
      kind: 'failed',
      errorCode: 'LNK0106',
      errorDescription: 'LRS answered with a fault that has no code (a:InternalServiceFault).',
    })
  })
})

describe('no answer that can be read', () => {
  it.each([
    ['timeout', 'LNK0101', 3, 'within 0.7 seconds'],
    ['slow-drip', 'LNK0101', 3, 'within 0.7 seconds'],
    ['reset', 'LNK0101', 3, 'the connection was cut'],
    ['cut', 'LNK0102', 3, 'in the middle'],
    ['truncated', 'LNK0102', 1, 'cut off'],
    ['wrong-type', 'LNK0102', 1, 'no XML'],
    ['oversized', 'LNK0102', 1, 'larger'],
    ['entities', 'LNK0102', 1, 'document type'],
    ['deep', 'LNK0102', 1, 'too deep'],
    ['not-soap', 'LNK0102', 1, 'SOAP'],
    ['bad-encoding', 'LNK0102', 1, 'encoded'],
    ['unavailable', 'LNK0103', 3, '503'],
    ['bad-gateway', 'LNK0103', 3, '502'],
    ['redirect', 'LNK0103', 1, 'not followed'],
    ['forbidden', 'LNK0103', 1, '403'],
    ['maintenance', 'LNK0104', 3, 'maintenance'],
  ])('%s is %s after %d calls', async (fault, code, calls, words) => {
    const own = await startPair({ people }, { timeoutMs: fault === 'oversized' ? 5000 : 700 })
    try {
      expect(await own.ask({ uln: ada })).toMatchObject({ kind: 'record' })
      own.simulator.setFaults(`${fault}@${ada}`)
      const before = own.simulator.counts().total
      const answer = await own.ask({ uln: ada })
      expect(answer.kind).toBe('failed')
      expect(codeOf(answer)).toBe(code)
      expect(answer.kind === 'failed' && answer.errorDescription).toContain(words)
      expect(own.simulator.counts().total - before).toBe(calls)
      expect(await own.ask({ uln: master })).toMatchObject({ kind: 'record' })
    } finally {
      await own.close()
    }
  })
})
