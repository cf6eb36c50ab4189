import { describe, expect, it } from '@jest/globals'
import { generateKeyPair, SignJWT } from 'jose'
import type { JWTPayload } from 'jose'
import { bearer, testApp } from './testing/testApp.ts'

const seconds = () => Math.floor(Date.now() / 1000)
const getMe = async (claims: JWTPayload, sign?: (jwt: SignJWT) => SignJWT) => {
  const { app, token } = await testApp()
  return app.inject({ url: '/api/me', headers: bearer(await token(claims, sign)) })
}

describe('a bearer token', () => {
  it('of an Admin is told name and role', async () => {
    const answer = await getMe({})
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({ name: 'Ada Admin', role: 'Admin', licence: true })
  })

  it('of both roles is an Admin', async () => {
    const answer = await getMe({ roles: ['Attainments.User', 'Attainments.Admin'] })
    expect(answer.json()).toMatchObject({ role: 'Admin' })
  })

  it('without a name shows the user name', async () => {
    const answer = await getMe({ name: undefined })
    expect(answer.json()).toMatchObject({ name: 'admin@college.example' })
  })

  it.each([
    ['no role', { roles: undefined }],
    ['a role in other letters', { roles: ['attainments.admin'] }],
    ['roles as text', { roles: 'Attainments.Admin' }],
  ])('with %s is refused everywhere with 403', async (_, claims) => {
    const { app, token } = await testApp()
    const headers = bearer(await token(claims as JWTPayload))
    for (const url of ['/api/me', '/api/learners/fields', '/api/conditions']) {
      const answer = await app.inject({ url, headers })
      expect(answer.statusCode).toBe(403)
      expect(answer.json()).toMatchObject({ code: 'no-role' })
    }
  })

  it.each([
    ['expired', (jwt: SignJWT) => jwt.setExpirationTime(seconds() - 120)],
    ['not valid yet', (jwt: SignJWT) => jwt.setNotBefore(seconds() + 120)],
    ['of another issuer', (jwt: SignJWT) => jwt.setIssuer('https://issuer.example/')],
    ['for another audience', (jwt: SignJWT) => jwt.setAudience('api://other')],
  ])('%s is refused with 401', async (_, sign) => {
    const answer = await getMe({}, sign)
    expect(answer.statusCode).toBe(401)
    expect(answer.headers['www-authenticate']).toBe('Bearer')
    expect(answer.headers['content-type']).toContain('application/problem+json')
  })

  it('passes within 60 s of leeway', async () => {
    const answer = await getMe({}, (jwt) => jwt.setExpirationTime(seconds() - 30))
    expect(answer.statusCode).toBe(200)
  })

  it.each([
    [{ scp: 'openid' }, 401],
    [{ scp: undefined, scope: 'access' }, 200],
    [{ scp: ['access'] }, 200],
    [{ scp: 'api://plr/access' }, 401],
    [{ aud: ['api://other', 'api://plr'] }, 200],
    [{ sub: undefined }, 401],
    [{ exp: undefined }, 401],
  ])('with %j answers %i', async (claims, status) => {
    const sign = 'aud' in claims ? (jwt: SignJWT) => jwt.setAudience(claims.aud) : undefined
    expect((await getMe(claims as JWTPayload, sign)).statusCode).toBe(status)
  })

  it('signed by somebody else, or not at all, is refused', async () => {
    const { app, token } = await testApp()
    const { privateKey } = await generateKeyPair('ES256')
    const forged = await new SignJWT({ sub: 's1', roles: ['Attainments.Admin'], scp: 'access' })
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .setIssuer('https://issuer.example')
      .setAudience('api://plr')
      .setExpirationTime('5m')
      .sign(privateKey)
    const [, payload] = (await token()).split('.')
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`
    for (const bad of [forged, none, 'x', '']) {
      const answer = await app.inject({ url: '/api/me', headers: bearer(bad) })
      expect(answer.statusCode).toBe(401)
    }
  })
})

describe('the gate', () => {
  it('leaves config open, and nothing else of the API', async () => {
    const { app } = await testApp()
    expect((await app.inject('/api/config')).statusCode).toBe(200)
    for (const [method, url] of [
      ['GET', '/api/me'],
      ['GET', '/api/learners/fields'],
      ['POST', '/api/learners/search'],
      ['POST', '/api/downloads'],
      ['POST', '/api/updates'],
      ['POST', '/api/updates/preview'],
      ['POST', '/api/updates/1/undo'],
      ['GET', '/api/updates'],
      ['GET', '/api/conditions'],
      ['POST', '/api/exports'],
    ] as const) {
      expect((await app.inject({ method, url, payload: {} })).statusCode).toBe(401)
    }
  })

  it('keeps a User from what Admins do', async () => {
    const { app, token } = await testApp()
    const headers = bearer(await token({ roles: ['Attainments.User'] }))
    for (const [method, url] of [
      ['POST', '/api/updates'],
      ['POST', '/api/updates/preview'],
      ['POST', '/api/updates/1/undo'],
      ['GET', '/api/updates'],
    ] as const) {
      const answer = await app.inject({ method, url, headers, payload: {} })
      expect(answer.statusCode).toBe(403)
      expect(answer.json()).toMatchObject({ code: 'role-needed' })
    }
  })

  it('closes all but me and the list of updates without a licence', async () => {
    const closed = { code: 'licence-missing', detail: 'No licence.' } as const
    const { app, token } = await testApp({
      closed: () => closed,
      updates: {
        preview: () => {
          throw new Error('closed')
        },
        begin: () => Promise.reject(new Error('closed')),
        undo: () => Promise.reject(new Error('closed')),
        list: () => Promise.resolve({ updates: [], total: 0 }),
      },
    })
    const headers = bearer(await token())
    expect((await app.inject({ url: '/api/me', headers })).json()).toMatchObject({ closed })
    expect((await app.inject({ url: '/api/updates', headers })).statusCode).toBe(200)
    const user = bearer(await token({ roles: ['Attainments.User'] }))
    for (const url of ['/api/learners/search', '/api/downloads', '/api/updates']) {
      for (const whose of [headers, user]) {
        const answer = await app.inject({ method: 'POST', url, headers: whose, payload: {} })
        expect(answer.statusCode).toBe(403)
        expect(answer.json()).toMatchObject({ code: 'licence-missing' })
      }
    }
  })

  it('refuses to write with EBS_WRITE off, and says so', async () => {
    const { app, token } = await testApp({ write: { on: false, reason: 'Writing is off.' } })
    const headers = bearer(await token())
    for (const url of ['/api/updates', '/api/updates/1/undo']) {
      const answer = await app.inject({ method: 'POST', url, headers, payload: {} })
      expect(answer.json()).toMatchObject({ status: 403, code: 'write-off' })
    }
  })
})
