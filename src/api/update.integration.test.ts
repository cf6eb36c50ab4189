import { afterEach, describe, expect, it } from '@jest/globals'
import { createHastyClock } from './testing/fakeClock.ts'
import { json, line, problemOf, startBackend, stream } from './testing/server.ts'
import type { Backend, Handler, Seen } from './testing/server.ts'
import type { UpdateEvent, UpdatePlan } from './update.ts'

let backend: Backend | null = null
afterEach(async () => {
  await backend?.close()
})

const keys = (count: number) => Array.from({ length: count }, (_, at) => `k${String(at)}`)
const row = (rowKey: string) => ({ type: 'row', rowKey, outcome: 'inserted', reason: null })
const done = (count: number) => ({
  type: 'done',
  id: 'u1',
  processed: count,
  inserted: count,
  updated: 0,
  unchanged: 0,
  skipped: 0,
  failed: 0,
})
const started = { type: 'started', id: 'u1' }
const body = (seen: Seen) => seen.body as { rowKeys: string[]; decisions: unknown[]; batch: string }
const keyOf = (seen: Seen) => seen.headers['idempotency-key']

async function gather(
  handler: Handler,
  rowKeys: readonly string[],
  perRequest = 2000,
  plan?: UpdatePlan,
) {
  backend = await startBackend(handler, { clock: createHastyClock() })
  const events: UpdateEvent[] = []
  const sent =
    plan ?? backend.api.planUpdate(rowKeys, [{ rowKey: 'k0', take: 'write' }], perRequest)
  for await (const event of backend.api.update(sent, new AbortController().signal))
    events.push(event)
  const rows = events.flatMap((each) => (each.type === 'row' ? [each.rowKey] : []))
  const last = events.at(-1)
  return { rows, end: last?.type === 'end' ? last : null, seen: backend.seen }
}

describe('an update', () => {
  it('sends pieces of one batch, a key each, and decisions only with their rows', async () => {
    const got = await gather(
      (seen, response) => {
        stream(response)
        const frames = [started, ...body(seen).rowKeys.map(row), done(2)]
        response.end(frames.map(line).join(''))
      },
      keys(5),
      2,
    )
    expect(got.seen.map((each) => body(each).rowKeys)).toEqual([['k0', 'k1'], ['k2', 'k3'], ['k4']])
    expect(new Set(got.seen.map((each) => body(each).batch)).size).toBe(1)
    expect(new Set(got.seen.map(keyOf)).size).toBe(3)
    expect(got.seen.map((each) => body(each).decisions.length)).toEqual([1, 0, 0])
    expect(got.rows).toEqual(keys(5))
    expect(got.end).toMatchObject({ end: { kind: 'done' }, rest: null })
  })

  it('goes on with the same key after a break and tells no row twice', async () => {
    let calls = 0
    const got = await gather((_, response) => {
      calls += 1
      stream(response)
      if (calls === 1) {
        response.write([started, row('k0')].map(line).join(''), () => response.destroy())
        return
      }
      response.end([started, row('k0'), row('k1'), done(2)].map(line).join(''))
    }, keys(2))
    expect(got.rows).toEqual(['k0', 'k1'])
    expect(got.seen.map(keyOf)).toEqual([keyOf(got.seen[0]!), keyOf(got.seen[0]!)])
    expect(got.end).toMatchObject({ end: { kind: 'done' } })
  })

  it('waits while its own earlier request still holds the run', async () => {
    let calls = 0
    const got = await gather((_, response) => {
      calls += 1
      if (calls === 1) json(response, 409, problemOf(409, 'running'), { 'Retry-After': '3' })
      else {
        stream(response)
        response.end([started, row('k0'), done(1)].map(line).join(''))
      }
    }, keys(1))
    expect(got.rows).toEqual(['k0'])
    expect(calls).toBe(2)
  })

  it('keeps the plan of what is left when the run fails as a whole', async () => {
    const got = await gather(
      (seen, response) => {
        stream(response)
        const those = body(seen).rowKeys
        const end = those.includes('k2')
          ? { type: 'failed', code: 'lrs-down', detail: 'LRS does not answer.' }
          : done(2)
        response.end([started, row(those[0]!), end].map(line).join(''))
      },
      keys(4),
      2,
    )
    expect(got.end).toMatchObject({
      end: { kind: 'failed', code: 'lrs-down' },
      rest: { pieces: [{ key: keyOf(got.seen[1]!), rowKeys: ['k2', 'k3'] }] },
    })
  })

  it('throws when writing is switched off', async () => {
    const off = gather((_, response) => {
      json(response, 403, problemOf(403, 'write-off'))
    }, keys(1))
    await expect(off).rejects.toMatchObject({ failure: { code: 'write-off' } })
  })

  it('does not plan the same row twice', async () => {
    backend = await startBackend((_, response) => void response.end())
    const plan = backend.api.planUpdate(['a', 'b', 'a'], [], 10)
    expect(plan.pieces.flatMap(({ rowKeys }) => rowKeys)).toEqual(['a', 'b'])
  })
})
