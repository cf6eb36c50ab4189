import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { DownloadFrame, UpdateFrame } from '../../contract/index.ts'
import type { Sandbox } from '../../sandbox/startSandbox.ts'
import { all, createApi, keysOf, ofType, rowsOf } from '../support/api.ts'
import type { Api } from '../support/api.ts'
import { attainmentsOf, ordinaryCodes } from '../support/ebs.ts'
import { startingMs, startTestSandbox } from '../support/testSandbox.ts'

let sandbox: Sandbox
let api: Api
let codes: string[]

beforeAll(async () => {
  sandbox = await startTestSandbox({ learners: 400 })
  api = await createApi(sandbox)
  codes = await ordinaryCodes(sandbox.ebsUrl, 300)
}, startingMs)
afterAll(() => sandbox.stop(), 60_000)

/** Reads a stream to its end, or to where it is cut off; `meanwhile` runs at the first such frame. */
async function readWhile<Frame>(
  stream: AsyncIterable<Frame>,
  isIt: (frame: Frame) => boolean,
  meanwhile: () => Promise<void>,
): Promise<Frame[]> {
  const frames: Frame[] = []
  let running: Promise<void> | null = null
  try {
    for await (const frame of stream) {
      frames.push(frame)
      if (isIt(frame)) running ??= meanwhile()
    }
  } catch {
    // Cut off: what came stands.
  }
  await running
  expect(running).not.toBeNull()
  return frames
}

const isRow = (frame: UpdateFrame): boolean => frame.type === 'row'

/** Repeats an update under its key until it is done; waits while its lease is held. */
async function untilDone(rowKeys: readonly string[], key: string): Promise<UpdateFrame[]> {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    try {
      const frames = await all(api.update({ rowKeys: [...rowKeys] }, key))
      if (frames.at(-1)?.type === 'done') return frames
    } catch (error) {
      if (!/409|502|503|500/.test(String(error))) throw error
    }
    await pause(1000)
  }
  throw new Error('The update did not come to its end.')
}

async function expectNoTwins(personCodes: readonly string[]): Promise<number> {
  const stored = await attainmentsOf(sandbox.ebsUrl, personCodes)
  const events = stored
    .filter(({ source_id }) => source_id !== null)
    .map((row) => `${row.per_person_code}:${row.source_id}`)
  expect(new Set(events).size).toBe(events.length)
  return events.length
}

describe('when LRS goes away in the middle of a download', () => {
  it('keeps what had arrived, says so of the rest, and works again afterwards', async () => {
    sandbox.lrs.now().setDelay(100)
    const asked = codes.slice(0, 150)
    const answered = (frame: DownloadFrame) =>
      frame.type === 'learner' && frame.rows[0]?.responseCode !== null
    const frames = await readWhile(api.download(asked), answered, () => sandbox.lrs.stop())
    await sandbox.lrs.start()
    const learners = ofType(frames, 'learner')
    const [withAnswer, without] = [
      learners.filter(({ rows }) => rows[0]?.responseCode !== null),
      learners.filter(({ rows }) => /^LNK01/.test(rows[0]?.errorCode ?? '')),
    ]
    expect(withAnswer.length).toBeGreaterThan(0)
    const end = frames.at(-1)!
    if (end.type === 'failed') expect(end.detail).toMatch(/Learning Records Service|LRS/)
    else {
      expect(end.type).toBe('done')
      expect(without.length).toBeGreaterThan(0)
      expect(without[0]?.rows[0]).toMatchObject({ status: 'Problem', rowKey: null })
    }

    const missing = asked.filter(
      (code) => !withAnswer.some(({ personCode }) => personCode === code),
    )
    let again: DownloadFrame[] = []
    for (let attempt = 0; attempt < 60; attempt += 1) {
      again = await all(api.download(missing))
      const end = again.at(-1)!
      if (end.type === 'done' && !JSON.stringify(again).includes('"LNK01')) break
      await pause(1000)
    }
    expect(ofType(again, 'learner')).toHaveLength(missing.length)
    expect(again.at(-1)?.type).toBe('done')
  }, 120_000)
})

describe('when the database goes away in the middle of an update', () => {
  it('says so, and the same key comes to its end without a twin', async () => {
    const asked = codes.slice(0, 120)
    const keys = keysOf(await rowsOf(api, asked))
    const key = randomUUID()
    const frames = await readWhile(api.update({ rowKeys: keys }, key), isRow, () =>
      sandbox.ebs.stop(),
    )
    expect(ofType(frames, 'row').length).toBeLessThan(keys.length)
    expect(frames.at(-1)?.type).not.toBe('done')

    await sandbox.ebs.start()
    const finished = await untilDone(keys, key)
    expect(ofType(finished, 'row')).toHaveLength(keys.length)
    expect(ofType(finished, 'done')[0]?.processed).toBe(keys.length)
    const { inserted = 0 } = ofType(finished, 'done')[0] ?? {}
    expect(inserted).toBeGreaterThan(0)
    expect(await expectNoTwins(asked)).toBeGreaterThanOrEqual(inserted)
  }, 120_000)
})

describe('when the backend dies in the middle of an update', () => {
  it('goes on under the same key with the rows it had, and doubles none', async () => {
    const asked = codes.slice(120, 300)
    const keys = keysOf(await rowsOf(api, asked))
    const key = randomUUID()
    const before = await readWhile(api.update({ rowKeys: keys }, key), isRow, () =>
      sandbox.backend.now().kill(),
    )
    expect(before.at(-1)?.type).not.toBe('done')
    await sandbox.backend.stop()
    await sandbox.backend.start()

    const after = await untilDone(keys, key)
    const rows = new Map(ofType(after, 'row').map((row) => [row.rowKey, row]))
    expect(rows.size).toBe(keys.length)
    for (const row of ofType(before, 'row')) expect(rows.get(row.rowKey)).toEqual(row)
    expect(ofType(after, 'started')[0]?.id).toBe(ofType(before, 'started')[0]?.id)
    await expectNoTwins(asked)
    const again = await all(api.update({ rowKeys: keys }))
    expect(ofType(again, 'done')[0]).toMatchObject({ inserted: 0, updated: 0 })
  }, 120_000)
})
