import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { me, problem, publicConfig } from '../../contract/index.ts'
import type { Sandbox } from '../../sandbox/startSandbox.ts'
import { createApi } from '../support/api.ts'
import type { Api } from '../support/api.ts'
import { startingMs, startTestSandbox } from '../support/testSandbox.ts'

let sandbox: Sandbox
let admin: Api
let user: Api
let guest: Api
let nobody: Api

beforeAll(async () => {
  sandbox = await startTestSandbox()
  admin = await createApi(sandbox)
  user = await createApi(sandbox, 'user@college.example')
  guest = await createApi(sandbox, 'guest@college.example')
  nobody = await createApi(sandbox, null)
}, startingMs)
afterAll(() => sandbox.stop(), 60_000)

describe('who may do what', () => {
  it('tells anyone what signing in needs, and no secret', async () => {
    const { status, body } = await nobody.ask('/api/config')
    expect(status).toBe(200)
    expect(publicConfig.parse(body)).toMatchObject({
      issuer: sandbox.identity.issuer,
      environmentName: 'sandbox',
    })
  })

  it('asks everybody else for a token', async () => {
    for (const path of ['/api/me', '/api/learners/fields', '/api/updates', '/api/conditions']) {
      const { status, headers } = await nobody.ask(path)
      expect([path, status]).toEqual([path, 401])
      expect(headers['www-authenticate']).toMatch(/^Bearer/)
    }
  })

  it('knows Admin and User by the role in their token', async () => {
    expect(me.parse((await admin.ask('/api/me')).body)).toMatchObject({
      name: 'Alex Admin',
      role: 'Admin',
      licence: true,
      closed: null,
      write: { on: true },
    })
    expect(me.parse((await user.ask('/api/me')).body)).toMatchObject({
      name: 'Uma User',
      role: 'User',
    })
  })

  it('turns a guest away everywhere, saying why', async () => {
    for (const path of ['/api/me', '/api/learners/fields', '/api/updates']) {
      const { status, body } = await guest.ask(path)
      expect([path, status]).toEqual([path, 403])
      expect(problem.parse(body).detail).toMatch(/role/i)
    }
  })

  it('lets a User download and see, and refuses them every way of writing', async () => {
    expect((await user.ask('/api/learners/fields')).status).toBe(200)
    const body = { rowKeys: ['1.abc'] }
    const headers = { 'idempotency-key': 'x' }
    expect((await user.ask('/api/updates', { body, headers })).status).toBe(403)
    expect((await user.ask('/api/updates/preview', { body })).status).toBe(403)
    expect((await user.ask('/api/updates/1/undo', { method: 'POST' })).status).toBe(403)
    expect((await user.ask('/api/updates')).status).toBe(403)
  })

  it('answers an unknown route with a problem document', async () => {
    const { status, body } = await admin.ask('/api/nothing')
    expect([status, problem.parse(body).status]).toEqual([404, 404])
  })
})
