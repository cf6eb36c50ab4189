import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { facts } from '../support/compareSamples.ts'
import {
  admin,
  answerWith,
  doneOf,
  learnerRow,
  never,
  testCollege,
  type TestCollege,
} from '../support/college.ts'
import type { LrsAnswer } from '../../backend/plr/event/answer.ts'

const people = Array.from({ length: 60 }, (_, at) => String(at + 1))
let college: TestCollege
let rowKeys: string[]
let key = 0
let answer: () => Promise<LrsAnswer> = () => Promise.reject(new Error('LRS was asked'))
const newKey = () => `key-${(key += 1)}`

beforeAll(async () => {
  college = await testCollege({
    pace: { learnersAtOnce: 5, transactionsAtOnce: 3 },
    lrs: { ask: () => answer() },
  })
  await college.load({ people: people.map((code) => learnerRow(code)) })
  rowKeys = await keysAt(Date.now())
}, 60_000)
afterAll(() => college.close())
beforeEach(() =>
  college.database.knex.raw(
    'truncate attainments, plr_link.links, plr_link.runs, plr_link.run_rows, plr_link.undo_images, plr_link.trail cascade',
  ),
)

async function keysAt(answeredAt: number, codes = people): Promise<string[]> {
  const rows = await Promise.all(codes.map((code) => college.download(code, [facts()], answeredAt)))
  return rows.flatMap((own) => own.map((row) => row.rowKey))
}
const standing = async () => (await college.attainments()).length
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** An update whose frames are read until the client goes away. */
async function begin(idempotencyKey: string, keys = rowKeys) {
  const gone = new AbortController()
  const request = { rowKeys: keys }
  const begun = await college.updates.begin(request, idempotencyKey, admin, gone.signal)
  if (begun.kind !== 'running') throw new Error(begun.kind)
  const { frames } = begun
  return {
    frames,
    leave() {
      gone.abort(new Error('The client went away'))
      return frames.return(undefined)
    },
  }
}
const isRunning = async (idempotencyKey: string, keys = rowKeys) => {
  const begun = await college.updates.begin({ rowKeys: keys }, idempotencyKey, admin, never)
  return begun.kind === 'running' ? begun.frames : begun.kind
}
async function finish(frames: Awaited<ReturnType<typeof isRunning>>) {
  if (typeof frames === 'string') throw new Error(frames)
  const all = []
  for await (const frame of frames) all.push(frame)
  return doneOf(all)
}

/** Does something while transactions of updates come no further than to the check of their lease. */
const holdingCommits = <Result>(work: () => Promise<Result>) =>
  college.database.transaction(async ({ knex }) => {
    await knex.raw('lock table plr_link.trail in exclusive mode')
    return work()
  })
async function untilStanding(count: number) {
  const waiting = 'select count(*)::int as waiting from pg_locks where not granted'
  while (Number((await college.rows(waiting))[0]?.['waiting']) < count) await pause(10)
}

describe('a client that goes away', () => {
  it('leaves nothing of what was not yet being committed, and the key free at once', async () => {
    const idempotencyKey = newKey()
    const { frames, leave } = await begin(idempotencyKey)
    const { left, next } = await holdingCommits(async () => {
      const reading = [frames.next(), frames.next(), frames.next()]
      await untilStanding(3)
      const ending = leave()
      const askedAt = Date.now()
      const resumed = await isRunning(idempotencyKey)
      expect(resumed).not.toBe('busy')
      expect(Date.now() - askedAt).toBeLessThan(1000)
      return { left: [ending, ...reading], next: resumed }
    })
    await Promise.all(left)
    expect(await standing()).toBe(0)
    expect(await finish(next)).toMatchObject({ processed: 60, inserted: 60 })
    expect(await standing()).toBe(60)
  })

  it('at any moment has nothing added once the key is free, and is resumed without a loss', async () => {
    for (let round = 0; round < 12; round += 1) {
      const idempotencyKey = newKey()
      const { frames, leave } = await begin(idempotencyKey)
      const rows = round * 4
      for (let seen = 0; seen < rows;) if ((await frames.next()).value?.type === 'row') seen += 1
      const reading = frames.next()
      if (round % 2 === 1) await pause(round)
      const left = leave()
      const resumed = await isRunning(idempotencyKey)
      const freed = await standing()
      await Promise.all([left, reading])
      expect(await standing()).toBe(freed)
      expect(freed % 5).toBe(0)
      expect(freed).toBeGreaterThanOrEqual(rows)
      expect(await finish(resumed)).toMatchObject({ processed: 60, inserted: 60 })
      expect(await standing()).toBe(60)
      await college.rows('truncate attainments, plr_link.links cascade')
    }
  }, 60_000)

  it('before it read anything leaves the key free', async () => {
    const idempotencyKey = newKey()
    const { leave } = await begin(idempotencyKey)
    await leave()
    expect(await finish(await isRunning(idempotencyKey))).toMatchObject({ inserted: 60 })
  })

  it('and asks again before that was noticed waits the moment', async () => {
    const idempotencyKey = newKey()
    const { frames, leave } = await begin(idempotencyKey)
    await frames.next()
    const again = isRunning(idempotencyKey)
    await pause(300)
    await leave()
    expect(await finish(await again)).toMatchObject({ inserted: 60 })
  })
})

it('an update that LRS ends lets the same key resume as soon as that is told', async () => {
  const old = await keysAt(Date.now() - 2 * 3_600_000, people.slice(0, 1))
  const keys = [...old, ...rowKeys.slice(1)]
  const idempotencyKey = newKey()
  const { frames } = await begin(idempotencyKey, keys)
  let stop: (answer: LrsAnswer) => void = () => undefined
  const asked = new Promise<LrsAnswer>((resolve) => (stop = resolve))
  answer = () => asked
  const { resumed, left } = await holdingCommits(async () => {
    const reading = [frames.next(), frames.next()]
    const last = frames.next()
    await untilStanding(2)
    stop({ kind: 'stopped', code: 'lrs-out-of-hours', errorCode: 'WSEC0004', detail: 'Closed.' })
    expect((await last).value).toMatchObject({ type: 'failed', code: 'lrs-out-of-hours' })
    return { resumed: await isRunning(idempotencyKey, keys), left: [...reading, frames.next()] }
  })
  await Promise.all(left)
  answer = () => Promise.resolve(answerWith('1', [facts()]))
  expect(await standing()).toBe(0)
  expect(await finish(resumed)).toMatchObject({ processed: 60, inserted: 60 })
})
