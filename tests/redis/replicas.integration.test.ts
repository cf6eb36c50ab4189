import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Backend, startBackend } from '../../sandbox/backend/backend.ts'
import { freePorts } from '../../sandbox/freePorts.ts'
import type { Sandbox } from '../../sandbox/startSandbox.ts'
import { all, type Api, createApi, keysOf, ofType } from '../support/api.ts'
import { ordinaryCodes } from '../support/ebs.ts'
import { startingMs, startTestSandbox } from '../support/testSandbox.ts'
import { hasRedis, type RedisServer, startRedis } from './server.ts'

const atOnce = 4
const described = hasRedis ? describe : describe.skip

described('two backends that share one Redis, one ebs and one LRS', () => {
  let folder: string
  let redis: RedisServer
  let sandbox: Sandbox
  let second: Backend
  let api: Api
  let otherApi: Api
  let codes: readonly string[]

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'replica-'))
    redis = await startRedis()
    const backend = { REDIS_URL: redis.url, LRS_BATCH_SIZE: String(atOnce) }
    sandbox = await startTestSandbox({ backend, lrsDelayMs: 40 })
    const [port = 0] = await freePorts(1)
    second = await startBackend({
      root: process.cwd(),
      port,
      environment: { ...sandbox.environment, PORT: String(port) },
      log: join(folder, 'backend.log'),
    })
    api = await createApi(sandbox)
    otherApi = await createApi({ ...sandbox, address: `http://127.0.0.1:${port}` })
    codes = await ordinaryCodes(sandbox.ebsUrl, 60)
  }, startingMs)
  afterAll(async () => {
    await second.stop()
    await sandbox.stop()
    await redis.kill()
    await rm(folder, { recursive: true, force: true })
  }, 60_000)

  it('keep to the institution’s number of calls together, and both finish', async () => {
    const [ours, theirs] = await Promise.all([
      all(api.download(codes)),
      all(otherApi.download(codes)),
    ])
    // A few learners have no ULN; any other problem here would be one of the two backends'.
    const problems = [...ours, ...theirs].flatMap((frame) =>
      frame.type === 'learner' ? frame.rows.flatMap((row) => row.errorCode ?? []) : [],
    )
    expect(new Set(problems)).toEqual(new Set(['LNK0001']))
    for (const frames of [ours, theirs]) {
      expect(ofType(frames, 'learner')).toHaveLength(codes.length)
      expect(frames.at(-1)).toMatchObject({ type: 'done', learners: codes.length })
    }
    const { mostInFlight } = sandbox.lrs.now().counts()
    expect(mostInFlight).toBeGreaterThan(1)
    expect(mostInFlight).toBeLessThanOrEqual(atOnce)
  }, 60_000)

  it('open each other’s row keys, and know each other’s finished runs', async () => {
    const frames = await all(api.download(codes.slice(0, 5)))
    const rowKeys = keysOf(ofType(frames, 'learner').flatMap(({ rows }) => rows))
    const there = await all(otherApi.update({ rowKeys }, 'one-run'))
    const here = await all(api.update({ rowKeys }, 'one-run'))
    expect(there.at(-1)).toMatchObject({ type: 'done', processed: rowKeys.length, failed: 0 })
    expect(here.at(-1)).toEqual(there.at(-1))
  }, 60_000)

  it('go on without the other: what a killed one held comes back', async () => {
    const dying = all(otherApi.download(codes)).catch(() => 'cut off')
    await new Promise((resolve) => setTimeout(resolve, 300))
    await second.kill()
    expect(await dying).toBe('cut off')
    const frames = await all(api.download(codes))
    expect(frames.at(-1)).toMatchObject({ type: 'done', learners: codes.length })
  }, 120_000)
})
