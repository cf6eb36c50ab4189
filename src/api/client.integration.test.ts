import { afterEach, describe, expect, it } from '@jest/globals'
import { ApiError } from './problem.ts'
import { createHastyClock } from './testing/fakeClock.ts'
import { json, problemOf, startBackend } from './testing/server.ts'
import type { Backend, Handler } from './testing/server.ts'

let backend: Backend | null = null
afterEach(async () => {
  await backend?.close()
})

const found = { learners: [], total: 0 }
const everybody = { condition: { combinator: 'and' as const, rules: [] } }

async function search(handler: Handler, options: Parameters<typeof startBackend>[1] = {}) {
  backend = await startBackend(handler, options)
  return backend.api.searchLearners(everybody)
}

describe('a call to the backend', () => {
  it('carries the token and the body, and gives the checked answer', async () => {
    expect(
      await search((_, response) => {
        json(response, 200, found)
      }),
    ).toEqual(found)
    expect(backend?.seen[0]).toMatchObject({
      path: '/api/learners/search',
      headers: { authorization: 'Bearer good' },
      body: everybody,
    })
  })

  it('renews a refused token once', async () => {
    const answer = await search((seen, response) => {
      if (seen.headers.authorization === 'Bearer newer') json(response, 200, found)
      else json(response, 401, problemOf(401, 'token'))
    })
    expect(answer).toEqual(found)
    expect(backend?.seen).toHaveLength(2)
  })

  it('says that the sign-in has ended when the new token is refused as well', async () => {
    const call = search((_, response) => {
      json(response, 401, problemOf(401, 'token'))
    })
    await expect(call).rejects.toMatchObject({ failure: { kind: 'signed-out' } })
    expect(backend?.seen).toHaveLength(2)
  })

  it('waits as long as the backend asks when there were too many calls', async () => {
    const clock = createHastyClock()
    let calls = 0
    const answer = await search(
      (_, response) => {
        calls += 1
        if (calls === 1) json(response, 429, problemOf(429, 'too-many'), { 'Retry-After': '7' })
        else json(response, 200, found)
      },
      { clock },
    )
    expect(answer).toEqual(found)
    expect(clock.waits).toEqual([7000])
  })

  it('turns a problem document into an error with its code and reference', async () => {
    const call = search((_, response) => {
      json(response, 400, {
        ...problemOf(400, 'condition', 'Two letters, please.'),
        instance: 'r-1',
      })
    })
    await expect(call).rejects.toMatchObject({
      failure: { kind: 'problem', status: 400, code: 'condition', reference: 'r-1' },
    })
  })

  it('does not believe an answer that is not of the contract', async () => {
    const call = search((_, response) => {
      json(response, 200, { learners: [{}], total: 1 })
    })
    await expect(call).rejects.toMatchObject({ failure: { kind: 'unreadable' } })
  })

  it('does not believe a page of a proxy', async () => {
    const call = search((_, response) => {
      response.writeHead(503, { 'Content-Type': 'text/html' })
      response.end('<h1>Busy</h1>')
    })
    await expect(call).rejects.toMatchObject({ failure: { kind: 'unreadable', status: 503 } })
  })

  it('says when nothing answers, without the token in the error', async () => {
    const call = search((_, response) => {
      response.destroy()
    })
    const error: unknown = await call.catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(ApiError)
    expect((error as ApiError).failure).toEqual({ kind: 'unreachable' })
    expect(JSON.stringify(error)).not.toContain('good')
  })

  it('waits longer for an undo than for other answers: ebs goes on with it in any case', async () => {
    const undone = { id: 'run-1', restored: 100_000, kept: [] }
    backend = await startBackend(
      async ({ path }, response) => {
        await new Promise((resolve) => setTimeout(resolve, 250))
        json(response, 200, path.endsWith('/undo') ? undone : found)
      },
      { answerMs: 50 },
    )
    await expect(backend.api.searchLearners(everybody)).rejects.toMatchObject({
      failure: { kind: 'unreachable' },
    })
    expect(await backend.api.undo('run-1')).toEqual(undone)
  })

  it('asks for the configuration without a token', async () => {
    const config = {
      issuer: 'https://id.example',
      clientId: 'pane',
      scope: 'api/Use',
      audience: 'api',
      environmentName: 'train',
      supportContact: 'MIS',
    }
    backend = await startBackend((_, response) => {
      json(response, 200, config)
    })
    expect(await backend.api.config()).toEqual(config)
    expect(backend.seen[0]?.headers.authorization).toBeUndefined()
  })
})
