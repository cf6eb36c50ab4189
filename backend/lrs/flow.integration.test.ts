import { writeFile } from 'node:fs/promises'
import { afterEach, describe, expect, it } from '@jest/globals'
import { aPerson, someUlns } from '../../tests/lrs/people.ts'
import { authority, startPair, type Pair } from '../../tests/lrs/pair.ts'
import type { LrsAnswer } from '../plr/event/answer.ts'

const ulns = someUlns(300)
const people = ulns.map((uln) => aPerson(uln))
const first = ulns[0] ?? ''

let pair: Pair
afterEach(() => pair.close())

const askAll = (count: number, signal?: AbortSignal): Promise<LrsAnswer[]> =>
  Promise.all(ulns.slice(0, count).map((uln) => pair.ask({ uln }, signal)))
const kinds = (answers: readonly LrsAnswer[]) => new Set(answers.map(({ kind }) => kind))

describe('calls in flight', () => {
  it('are at most the batch size, over kept connections, the first one alone', async () => {
    pair = await startPair({ people, delayMs: 20 }, { batchSize: 7 })
    const answers = askAll(100)
    await new Promise((done) => setTimeout(done, 10))
    expect(pair.lrs.status()).toMatchObject({ inFlight: 1, waiting: 99 })
    expect(kinds(await answers)).toEqual(new Set(['record']))
    const { mostInFlight, connections } = pair.simulator.counts()
    expect(mostInFlight).toBe(7)
    expect(connections).toBeLessThanOrEqual(7)
    expect(pair.lrs.status()).toMatchObject({ inFlight: 0, waiting: 0, allowed: 7 })
  })

  it('take turns between people, so that one learner does not wait for a thousand', async () => {
    pair = await startPair({ people, delayMs: 10 }, { batchSize: 2 })
    await pair.ask({ uln: first })
    const order: string[] = []
    const ask = async (person: string, uln: string) => {
      const question = { uln, givenName: 'Ada', familyName: 'Example', dateOfBirth: null }
      await pair.lrs.ask(question, { person, userName: person }, new AbortController().signal)
      order.push(person)
    }
    const many = ulns.slice(0, 60).map((uln) => ask('many', uln))
    const few = ulns.slice(60, 63).map((uln) => ask('few', uln))
    await Promise.all([...many, ...few])
    expect(order.lastIndexOf('few')).toBeLessThan(12)
  })

  it('become fewer while LRS fails and more again by themselves', async () => {
    pair = await startPair({ people, faults: 'server-error' }, { batchSize: 16, retries: 0 })
    pair.simulator.setFaults('')
    await pair.ask({ uln: first })
    pair.simulator.setFaults(
      ulns
        .slice(0, 10)
        .map((uln) => `unavailable@${uln}`)
        .join(),
    )
    await askAll(10)
    expect(pair.lrs.status().allowed).toBeLessThan(16)
    expect(pair.logged).toContain('LRS is slow or failing: fewer calls in flight')
    pair.simulator.setFaults('')
    await askAll(300)
    expect(pair.lrs.status().allowed).toBe(16)
    expect(pair.logged).toContain('LRS answers as usual again: full number of calls in flight')
  })
})

describe('a wrong password', () => {
  it('is sent once, however many learners wait', async () => {
    pair = await startPair({ people, delayMs: 30 }, { password: 'AnotherPassword1' })
    const stop = new AbortController()
    const answers = ulns.slice(0, 50).map(async (uln) => {
      const answer = await pair.ask({ uln }, stop.signal)
      if (answer.kind === 'stopped') stop.abort()
      return answer
    })
    const settled = await Promise.allSettled(answers)
    const stopped = settled.filter(({ status }) => status === 'fulfilled')
    expect(stopped).toHaveLength(1)
    expect(stopped[0]).toMatchObject({ value: { code: 'lrs-password-refused' } })
    expect(pair.simulator.counts().total).toBe(1)
    expect(JSON.stringify(stopped) + pair.logged.join()).not.toContain('AnotherPassword1')
  })

  it('found out in the middle makes the next call go alone', async () => {
    pair = await startPair({ people, delayMs: 50 })
    await pair.ask({ uln: first })
    pair.simulator.setFaults('wrong-password')
    await pair.ask({ uln: first })
    pair.simulator.setFaults('')
    const answers = askAll(10)
    await new Promise((done) => setTimeout(done, 20))
    expect(pair.lrs.status().inFlight).toBe(1)
    expect(kinds(await answers)).toEqual(new Set(['record']))
  })
})

describe('an outage', () => {
  it.each(['unavailable', 'maintenance', 'reset', 'truncated'])(
    'of kind %s becomes one message, and ends by itself',
    async (fault) => {
      pair = await startPair({ people }, { retryDelayMs: 1, breakerPauseMs: 300 })
      await pair.ask({ uln: first })
      pair.simulator.setFaults(fault)
      const during = await askAll(100)
      expect(during.at(-1)).toMatchObject({ kind: 'stopped', code: 'lrs-unavailable' })
      expect(pair.simulator.counts().total).toBeLessThan(80)
      expect(pair.lrs.status().breaker).toBe('open')
      pair.simulator.setFaults('')
      await new Promise((done) => setTimeout(done, 350))
      expect(kinds(await askAll(30))).toEqual(new Set(['record']))
      expect(pair.lrs.status().breaker).toBe('closed')
    },
  )

  it('is told in one message within seconds in a small download too', async () => {
    pair = await startPair({ people }, { retryDelayMs: 250 })
    await pair.ask({ uln: first })
    pair.simulator.setFaults('unavailable')
    const startedAt = Date.now()
    expect(kinds(await askAll(15))).toContain('stopped')
    expect(Date.now() - startedAt).toBeLessThan(5000)
    expect(pair.simulator.counts().total).toBeLessThan(30)
  })

  it('is not seen where only 12 of 23 calls fail', async () => {
    pair = await startPair({ people }, { retries: 0, batchSize: 1 })
    const broken = ulns.slice(11, 23)
    pair.simulator.setFaults(broken.map((uln) => `unavailable@${uln}`).join())
    const answers = await askAll(23)
    expect(answers.filter(({ kind }) => kind === 'failed')).toHaveLength(12)
    expect(pair.lrs.status().breaker).toBe('closed')
  })

  it('is not seen in codes that LRS itself gives', async () => {
    pair = await startPair({ people, faults: 'invalid-request' })
    expect(kinds(await askAll(60))).toEqual(new Set(['failed']))
    expect(pair.lrs.status().breaker).toBe('closed')
  })

  it('that ate a single call is not seen in the row: the call is repeated', async () => {
    pair = await startPair({ people, faults: 'unavailable:0.2,reset:0.1', seed: 5 })
    const answers = await askAll(100)
    const records = answers.filter(({ kind }) => kind === 'record').length
    expect(records).toBeGreaterThan(90)
  })
})

describe('cancelling', () => {
  it('stops calls in flight and waiting within a second', async () => {
    pair = await startPair({ people, delayMs: 60_000 }, { timeoutMs: 60_000, batchSize: 5 })
    const stop = new AbortController()
    const settled = Promise.allSettled(
      ulns.slice(0, 40).map((uln) => pair.ask({ uln }, stop.signal)),
    )
    await new Promise((done) => setTimeout(done, 300))
    const startedAt = Date.now()
    stop.abort(new Error('the user cancelled'))
    const results = await settled
    expect(Date.now() - startedAt).toBeLessThan(1000)
    expect(results.every(({ status }) => status === 'rejected')).toBe(true)
    expect(results[0]).toMatchObject({ reason: { message: 'the user cancelled' } })
    await new Promise((done) => setTimeout(done, 100))
    expect(pair.lrs.status()).toMatchObject({ inFlight: 0, waiting: 0 })
    expect(pair.simulator.counts().inFlight).toBe(0)
  })

  it('does not wait for the pause before a repeated call', async () => {
    pair = await startPair({ people, faults: 'unavailable' }, { retryDelayMs: 60_000 })
    const stop = new AbortController()
    const asked = pair.ask({ uln: first }, stop.signal)
    await new Promise((done) => setTimeout(done, 200))
    const startedAt = Date.now()
    stop.abort()
    await expect(asked).rejects.toThrow()
    expect(Date.now() - startedAt).toBeLessThan(1000)
  })
})

describe('a certificate that is replaced', () => {
  it('is used without a restart, and proves itself alone', async () => {
    let time = Date.now()
    pair = await startPair({ people, delayMs: 40 }, { now: () => new Date(time) })
    await pair.ask({ uln: first })
    const daysLeft = () => {
      const state = pair.lrs.certificate()
      return state.kind === 'valid' ? state.daysLeft : null
    }
    expect(daysLeft()).toBe(389)
    const notAfter = new Date(Date.now() + 20.5 * 86_400_000)
    await writeFile(
      pair.certificatePath,
      authority.client('renewed', { notAfter }).pkcs12('secret'),
    )
    time += 1500
    expect(daysLeft()).toBe(20)
    const answers = askAll(5)
    await new Promise((done) => setTimeout(done, 20))
    expect(pair.lrs.status().inFlight).toBe(1)
    expect(kinds(await answers)).toEqual(new Set(['record']))
    expect(pair.logged).toContain('The LRS client certificate was replaced')
  })
})
