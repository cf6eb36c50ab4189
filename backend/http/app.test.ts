import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import type { DownloadFrame, UpdateFrame } from '../../contract/index.ts'
import { DatabaseError } from '../database/index.ts'
import type { Updates } from '../plr/update/updates.ts'
import { bearer, testApp } from './testing/testApp.ts'

const json = { 'content-type': 'application/json' }
const lines = (body: string) =>
  body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { type: string })

async function* frames<F>(...given: F[]): AsyncGenerator<F> {
  for (const frame of given) yield await Promise.resolve(frame)
}

const rule = (field: string, operator: string, value: unknown) => ({ field, operator, value })

const updates: Updates = {
  preview: () => frames(),
  begin: () =>
    Promise.resolve({
      kind: 'running',
      frames: frames<UpdateFrame>(
        { type: 'started', id: 'u1' },
        {
          type: 'done',
          id: 'u1',
          processed: 0,
          inserted: 0,
          updated: 0,
          unchanged: 0,
          skipped: 0,
          failed: 0,
        },
      ),
    }),
  undo: () => Promise.resolve({ kind: 'unknown' }),
  list: () => Promise.resolve({ updates: [], total: 0 }),
}

describe('problem documents', () => {
  it.each([
    ['not JSON', 'POST', '/api/downloads', '{', json, 400, 'invalid-request'],
    ['no body', 'POST', '/api/downloads', undefined, {}, 400, 'invalid-request'],
    ['no codes', 'POST', '/api/downloads', '{"personCodes":[]}', json, 400, 'invalid-request'],
    [
      'a code that is no number',
      'POST',
      '/api/downloads',
      '{"personCodes":["x"]}',
      json,
      400,
      'invalid-request',
    ],
    ['no condition', 'POST', '/api/learners/search', '{}', json, 400, 'invalid-request'],
    [
      'another kind of content',
      'POST',
      '/api/downloads',
      'a=1',
      { 'content-type': 'text/plain' },
      415,
      'media-type',
    ],
    ['too much', 'POST', '/api/downloads', ' '.repeat(1_100_000), json, 413, 'too-large'],
    ['an unknown route', 'GET', '/api/nothing', undefined, {}, 404, 'not-found'],
    [
      'no Idempotency-Key',
      'POST',
      '/api/updates',
      '{"rowKeys":["1a"]}',
      json,
      400,
      'idempotency-key',
    ],
    [
      'the character NUL',
      'POST',
      '/api/learners/search',
      JSON.stringify({ condition: { combinator: 'and', rules: [rule('surname', '=', 'a\0b')] } }),
      json,
      400,
      'invalid-request',
    ],
    [
      'nesting by the thousand',
      'POST',
      '/api/learners/search',
      `{"condition":${'['.repeat(30_000)}${']'.repeat(30_000)}}`,
      json,
      400,
      'invalid-request',
    ],
    ['an address that is none', 'GET', '/api/%zz', undefined, {}, 400, 'invalid-request'],
    [
      'an update that cannot be',
      'POST',
      '/api/updates/%00/undo',
      undefined,
      {},
      404,
      'unknown-update',
    ],
    ['no row keys', 'POST', '/api/updates', '{"rowKeys":[]}', json, 400, 'invalid-request'],
  ] as const)('say of %s what is wrong', async (_, method, url, payload, headers, status, code) => {
    const { app, token } = await testApp({ updates })
    const answer = await app.inject({
      method,
      url,
      payload,
      headers: { ...headers, ...bearer(await token()) },
    })
    expect(answer.statusCode).toBe(status)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json()).toMatchObject({ status, code, type: `urn:ebs-plr:problem:${code}` })
  })

  it('never repeat what was sent, nor what went wrong inside', async () => {
    const { app, token } = await testApp({
      directory: {
        fields: () => {
          throw new Error('password=hunter2')
        },
        find: () => Promise.reject(new Error('x')),
        search: () => Promise.reject(new Error('x')),
      },
    })
    const answer = await app.inject({ url: '/api/learners/fields', headers: bearer(await token()) })
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toContain('hunter2')
    expect(answer.json()).toMatchObject({ code: 'unexpected' })
  })

  it('say that ebs does not answer when its database is away', async () => {
    const away = new DatabaseError('other', 'ECONNREFUSED')
    const { app, token } = await testApp({
      directory: {
        fields: () => {
          throw away
        },
        find: () => Promise.reject(away),
        search: () => Promise.reject(away),
      },
    })
    const answer = await app.inject({ url: '/api/learners/fields', headers: bearer(await token()) })
    expect(answer.statusCode).toBe(503)
    expect(answer.json()).toMatchObject({ code: 'ebs-unavailable' })
  })

  it('say that ebs is busy when it holds what is asked for', async () => {
    const held = new DatabaseError('lock-timeout', '55P03')
    const { app, token } = await testApp({
      directory: {
        fields: () => {
          throw held
        },
        find: () => Promise.reject(held),
        search: () => Promise.reject(held),
      },
    })
    const answer = await app.inject({ url: '/api/learners/fields', headers: bearer(await token()) })
    expect(answer.statusCode).toBe(503)
    expect(answer.json()).toMatchObject({ code: 'ebs-busy' })
  })

  it.each([
    ['about a key not asked', [{ rowKey: '1b', take: 'write' }]],
    [
      'twice for one key',
      [
        { rowKey: '1a', take: 'write' },
        { rowKey: '1a', take: 'skip' },
      ],
    ],
    ['same-as without a record', [{ rowKey: '1a', take: 'same-as' }]],
  ])('refuse a decision %s', async (_, decisions) => {
    const { app, token } = await testApp({ updates })
    const answer = await app.inject({
      method: 'POST',
      url: '/api/updates',
      headers: { ...bearer(await token()), 'idempotency-key': 'k' },
      payload: { rowKeys: ['1a'], decisions },
    })
    expect(answer.statusCode).toBe(400)
  })
})

describe('an update', () => {
  it.each([
    [{ kind: 'busy', retryAfterSeconds: 9 }, 409],
    [{ kind: 'different' }, 422],
    [{ kind: 'gone' }, 410],
  ] as const)('that is %j answers %i', async (begun, status) => {
    const { app, token } = await testApp({
      updates: { ...updates, begin: () => Promise.resolve(begun) },
    })
    const answer = await app.inject({
      method: 'POST',
      url: '/api/updates',
      headers: { ...bearer(await token()), 'idempotency-key': 'k' },
      payload: { rowKeys: ['1a'] },
    })
    expect(answer.statusCode).toBe(status)
    expect(answer.headers['retry-after']).toBe(begun.kind === 'busy' ? '9' : undefined)
  })

  it('streams its frames', async () => {
    const { app, token } = await testApp({ updates })
    const answer = await app.inject({
      method: 'POST',
      url: '/api/updates',
      headers: { ...bearer(await token()), 'idempotency-key': 'k' },
      payload: { rowKeys: ['1a'] },
    })
    expect(answer.headers).toMatchObject({
      'content-type': 'application/x-ndjson',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    })
    expect(lines(answer.body).map((frame) => frame.type)).toEqual(['started', 'done'])
  })

  it('is undone without a body', async () => {
    const id = '0b0f6a3c-3c1e-4a52-9d8e-2f6f4ac1b001'
    const { app, token } = await testApp({
      updates: {
        ...updates,
        undo: (asked) =>
          Promise.resolve({ kind: 'undone', result: { id: asked, restored: 1, kept: [] } }),
      },
    })
    const answer = await app.inject({
      method: 'POST',
      url: `/api/updates/${id}/undo`,
      headers: { ...bearer(await token()), ...json },
    })
    expect(answer.json()).toEqual({ id, restored: 1, kept: [] })
  })
})

describe('a download', () => {
  it('that breaks unexpectedly ends with a failed frame and a reference', async () => {
    const { app, token } = await testApp({
      async *download(): AsyncGenerator<DownloadFrame> {
        yield await Promise.resolve({ type: 'progress', done: 0, total: 1 } as const)
        throw new Error('secret inside')
      },
    })
    const answer = await app.inject({
      method: 'POST',
      url: '/api/downloads',
      headers: bearer(await token()),
      payload: { personCodes: ['1'] },
    })
    expect(lines(answer.body)).toMatchObject([
      { type: 'progress' },
      { type: 'failed', code: 'unexpected' },
    ])
    expect(answer.body).not.toContain('secret inside')
  })

  it('that the database leaves says so in its failed frame', async () => {
    const { app, token } = await testApp({
      async *download(): AsyncGenerator<DownloadFrame> {
        yield await Promise.resolve({ type: 'progress', done: 0, total: 1 } as const)
        throw new DatabaseError('other', '57P01')
      },
    })
    const answer = await app.inject({
      method: 'POST',
      url: '/api/downloads',
      headers: bearer(await token()),
      payload: { personCodes: ['1'] },
    })
    expect(lines(answer.body).at(-1)).toMatchObject({ type: 'failed', code: 'ebs-unavailable' })
  })

  it('is ended with a word when the backend stops', async () => {
    const { app, token } = await testApp({
      async *download(_codes, _person, signal): AsyncGenerator<DownloadFrame> {
        yield { type: 'progress', done: 0, total: 1 }
        await new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error))
        })
      },
    })
    const answer = app.inject({
      method: 'POST',
      url: '/api/downloads',
      headers: bearer(await token()),
      payload: { personCodes: ['1'] },
    })
    await app.ready()
    setTimeout(() => void app.close(), 200)
    expect(lines((await answer).body)).toMatchObject([
      { type: 'progress' },
      { type: 'failed', code: 'restarting' },
    ])
  })

  it('over the number at once is refused with Retry-After', async () => {
    const { app, token } = await testApp({ turnstile: { enter: () => Promise.resolve(null) } })
    const answer = await app.inject({
      method: 'POST',
      url: '/api/downloads',
      headers: bearer(await token()),
      payload: { personCodes: ['1'] },
    })
    expect(answer.statusCode).toBe(429)
    expect(answer.headers['retry-after']).toBeDefined()
  })
})

describe('rate limit', () => {
  it('counts each person and answers 429 with Retry-After', async () => {
    const { app, token } = await testApp({ ratePerMinute: 2 })
    const headers = bearer(await token())
    const other = bearer(await token({ sub: 's2' }))
    const statuses: number[] = []
    for (let i = 0; i < 3; i += 1) {
      statuses.push((await app.inject({ url: '/api/me', headers })).statusCode)
    }
    expect(statuses).toEqual([200, 200, 429])
    const refused = await app.inject({ url: '/api/me', headers })
    expect(refused.headers['retry-after']).toBeDefined()
    expect(refused.json()).toMatchObject({ code: 'rate-limit', status: 429 })
    expect((await app.inject({ url: '/api/me', headers: other })).statusCode).toBe(200)
  })
})

describe('the pane', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plr-built-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'pages'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(
    join(folder, 'pages/taskpane.html'),
    '<script nonce="__NONCE__" src="__OFFICE_JS_URL__"></script>',
  )
  writeFileSync(join(folder, 'assets/taskpane.js'), '1')
  writeFileSync(join(folder, 'assets/a.0123456789.js'), '1')
  const pane = {
    folder,
    officeJsUrl: 'https://cdn.example/office.js',
    issuer: 'https://issuer.example/t/v2.0',
  }

  it('is filled in afresh for each response, and never cached', async () => {
    const { app } = await testApp({ pane })
    const [first, second] = [await app.inject('/taskpane.html'), await app.inject('/taskpane.html')]
    const nonce = /nonce="([^"]+)"/.exec(first.body)?.[1]
    expect(nonce).toBeTruthy()
    expect(second.body).not.toContain(nonce)
    expect(first.headers['content-security-policy']).toContain(`'nonce-${nonce}'`)
    expect(first.headers['content-security-policy']).toContain('https://cdn.example')
    const unsafe = String(first.headers['content-security-policy'])
      .split('; ')
      .filter((directive) => directive.includes('unsafe'))
    expect(unsafe).toEqual(["style-src-attr 'unsafe-inline'"])
    expect(first.headers['cache-control']).toBe('no-store')
    expect(first.headers['x-frame-options']).toBeUndefined()
    expect(first.headers['cross-origin-opener-policy']).toBeUndefined()
  })

  it('keeps only files whose name changes with their content', async () => {
    const { app } = await testApp({ pane })
    expect((await app.inject('/assets/taskpane.js')).headers['cache-control']).toBe('no-cache')
    expect((await app.inject('/assets/a.0123456789.js')).headers['cache-control']).toContain(
      'immutable',
    )
    expect((await app.inject('/assets/../pages/taskpane.html')).statusCode).toBe(404)
  })
})

describe('for operators', () => {
  it('ready names what is missing', async () => {
    const { app } = await testApp({
      readiness: [
        { name: 'ebs', check: () => Promise.resolve() },
        { name: 'issuer', check: () => Promise.reject(new Error('down')) },
      ],
    })
    const answer = await app.inject('/health/ready')
    expect(answer.statusCode).toBe(503)
    expect(answer.json()).toEqual({ status: 'not ready', missing: ['issuer'] })
    expect((await app.inject('/health/live')).statusCode).toBe(200)
  })

  it('metrics are for this machine alone', async () => {
    const { app } = await testApp()
    expect((await app.inject('/metrics')).body).toContain('plr_http_request_seconds')
    const other = await app.inject({ url: '/metrics', remoteAddress: '10.0.0.7' })
    expect(other.statusCode).toBe(404)
  })
})
