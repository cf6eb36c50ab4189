import { afterEach, describe, expect, it } from '@jest/globals'
import type { DownloadEvent } from './download.ts'
import { ApiError } from './problem.ts'
import { createFakeClock } from './testing/fakeClock.ts'
import { gridRowOf } from './testing/rows.ts'
import { json, line, problemOf, startBackend, stream } from './testing/server.ts'
import type { Backend, Handler } from './testing/server.ts'

let backend: Backend | null = null
afterEach(async () => {
  await backend?.close()
  backend = null
})

const codes = (count: number) => Array.from({ length: count }, (_, at) => String(1000 + at))
const learner = (personCode: string) => ({
  type: 'learner',
  personCode,
  rows: [gridRowOf({ personCode, surname: 'Ångström-Łuk' })],
})
const done = { type: 'done', learners: 0, rows: 0, problems: 0 }
const asked = (body: unknown) => (body as { personCodes: string[] }).personCodes

async function gather(
  handler: Handler,
  personCodes: readonly string[],
  options: Parameters<typeof startBackend>[1] = {},
  signal = new AbortController().signal,
) {
  backend = await startBackend(handler, options)
  const events: DownloadEvent[] = []
  for await (const event of backend.api.download(personCodes, 200, signal)) events.push(event)
  const learners = events.flatMap((each) => (each.type === 'learner' ? [each.personCode] : []))
  const notices = events.flatMap((each) => (each.type === 'notice' ? [each.notice] : []))
  const last = events.at(-1)
  return { learners, notices, end: last?.type === 'end' ? last.end : null, seen: backend.seen }
}

describe('a download', () => {
  it('asks for at most so many learners a request and gives each once', async () => {
    const got = await gather((seen, response) => {
      stream(response)
      response.write(line({ type: 'progress', done: 0, total: 1 }))
      for (const code of asked(seen.body)) response.write(line(learner(code)))
      response.end(line(done))
    }, codes(450))
    expect(got.seen.map(({ body }) => asked(body).length)).toEqual([200, 200, 50])
    expect(got.learners).toEqual(codes(450))
    expect(got.end).toEqual({ kind: 'done' })
  })

  it('reads frames that are split at odd bytes and ignores types it does not know', async () => {
    const got = await gather(async (seen, response) => {
      stream(response)
      const text = [{ type: 'weather', sky: 'blue' }, ...asked(seen.body).map(learner), done]
      const bytes = Buffer.from(text.map(line).join(''))
      for (let at = 0; at < bytes.length; at += 61) {
        response.write(bytes.subarray(at, at + 61))
        await new Promise((resolve) => setImmediate(resolve))
      }
      response.end()
    }, codes(3))
    expect(got.learners).toEqual(codes(3))
    expect(got.notices).toEqual([])
  })

  it('goes on with the learners still missing when the connection breaks', async () => {
    let calls = 0
    const got = await gather((seen, response) => {
      calls += 1
      stream(response)
      const those = asked(seen.body)
      if (calls === 1) {
        response.write(line(learner(those[0]!)), () => response.destroy())
        return
      }
      response.end([...those.map(learner), done].map(line).join(''))
    }, codes(3))
    expect(got.seen.map(({ body }) => asked(body))).toEqual([codes(3), codes(3).slice(1)])
    expect(got.learners).toEqual(codes(3))
    expect(got.notices).toEqual(['going-on'])
    expect(got.end).toEqual({ kind: 'done' })
  })

  it('treats a stream that ends without done or failed as broken', async () => {
    let calls = 0
    const got = await gather((seen, response) => {
      calls += 1
      stream(response)
      const frames = calls === 1 ? [] : [...asked(seen.body).map(learner), done]
      response.end(frames.map(line).join(''))
    }, codes(1))
    expect(calls).toBe(2)
    expect(got.end).toEqual({ kind: 'done' })
  })

  it('gives up after a while and says who is missing', async () => {
    const got = await gather((_, response) => void response.destroy(), codes(2))
    expect(got.end).toEqual({ kind: 'interrupted', missing: codes(2) })
    expect(got.seen.length).toBeGreaterThan(3)
  })

  it('goes on in pieces of 20 when nothing came for 25 s', async () => {
    const clock = createFakeClock()
    let calls = 0
    const running = gather(
      (seen, response) => {
        calls += 1
        stream(response)
        if (calls === 1) {
          response.write(line({ type: 'progress', done: 0, total: 200 }))
          return
        }
        response.end([...asked(seen.body).map(learner), done].map(line).join(''))
      },
      codes(45),
      { clock },
    )
    for (let tries = 0; tries < 100 && calls === 0; tries += 1) await clock.pass(0)
    await clock.pass(24_000)
    expect(calls).toBe(1)
    let over = false
    void running.then(() => {
      over = true
    })
    for (let tries = 0; tries < 500 && !over; tries += 1) await clock.pass(300)
    const got = await running
    expect(got.notices).toEqual(['small-pieces'])
    expect(got.seen.map(({ body }) => asked(body).length)).toEqual([45, 20, 20, 5])
    expect(got.learners).toEqual(codes(45))
  })

  it('stops when the whole download fails, and says why', async () => {
    const got = await gather((seen, response) => {
      stream(response)
      const frames = [
        learner(asked(seen.body)[0]!),
        { type: 'failed', code: 'lrs-password', detail: 'LRS refuses the password.' },
      ]
      response.end(frames.map(line).join(''))
    }, codes(2))
    expect(got.end).toMatchObject({ kind: 'failed', code: 'lrs-password', missing: ['1001'] })
    expect(got.seen).toHaveLength(1)
  })

  it('keeps what came when it is cancelled', async () => {
    const stop = new AbortController()
    backend = await startBackend((seen, response) => {
      stream(response)
      response.write(line(learner(asked(seen.body)[0]!)))
    })
    const events: DownloadEvent[] = []
    for await (const event of backend.api.download(codes(2), 200, stop.signal)) {
      events.push(event)
      stop.abort()
    }
    expect(events.map(({ type }) => type)).toEqual(['learner', 'end'])
    expect(events[1]).toMatchObject({ end: { kind: 'cancelled', missing: ['1001'] } })
  })

  it('throws what the backend refuses outright', async () => {
    const refused = gather((_, response) => {
      json(response, 403, problemOf(403, 'licence-missing', 'No licence.'))
    }, codes(1))
    await expect(refused).rejects.toMatchObject({
      failure: { kind: 'problem', code: 'licence-missing', detail: 'No licence.' },
    })
  })

  it('throws when a frame is not of the contract', async () => {
    const strange = gather((_, response) => {
      stream(response)
      response.end(line({ type: 'learner', personCode: 7 }))
    }, codes(1))
    await expect(strange).rejects.toBeInstanceOf(ApiError)
  })
})
