import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { request } from 'node:https'
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import type { JSONWebKeySet } from 'jose'
import { makeAuthority } from '../certificates/authority.ts'
import { startIdentity } from './identity.ts'
import type { Identity } from './identity.ts'

const pane = 'https://localhost:3999'
const authority = makeAuthority('Sign-in test')
const audience = 'api://ebs-plr-attainments'
let identity: Identity

beforeAll(async () => {
  identity = await startIdentity({
    tls: { ...authority.server(['localhost']), authority: authority.certificate },
    clientId: 'pane',
    audience,
    scope: `${audience}/access`,
    redirectUris: [`${pane}/assets/redirect.html`],
  })
})
afterAll(() => identity.close())

interface Answer {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: string
}
const ask = (
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  form: Record<string, string> = {},
) =>
  new Promise<Answer>((resolve, reject) => {
    const call = request(
      `${identity.issuer}${path}`,
      {
        ca: authority.certificate,
        headers:
          method === 'POST'
            ? { 'content-type': 'application/x-www-form-urlencoded', ...headers }
            : headers,
        method,
        agent: false,
      },
      (answer) => {
        let body = ''
        answer.on('data', (part: Buffer) => (body += part.toString()))
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }),
        )
      },
    )
    call.on('error', reject)
    call.end(method === 'POST' ? new URLSearchParams(form).toString() : undefined)
  })

const authorise = (change: Record<string, string> = {}) =>
  `/auth?${new URLSearchParams({
    client_id: 'pane',
    response_type: 'code',
    redirect_uri: `${pane}/assets/redirect.html`,
    scope: `openid profile ${audience}/access`,
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
    ...change,
  }).toString()}`

const verified = async (token: string) => {
  const keys = JSON.parse((await ask('/jwks')).body) as JSONWebKeySet
  const options = { issuer: identity.issuer, audience, algorithms: ['RS256'] }
  return (await jwtVerify(token, createLocalJWKSet(keys), options)).payload
}

describe('the sign-in service', () => {
  it('names itself and its keys by discovery, to any origin', async () => {
    const found = await ask('/.well-known/openid-configuration', { origin: pane })
    expect(found.headers['access-control-allow-origin']).toBe(pane)
    expect(JSON.parse(found.body)).toMatchObject({
      issuer: identity.issuer,
      jwks_uri: `${identity.issuer}/jwks`,
      code_challenge_methods_supported: ['S256'],
    })
  })

  it.each([
    ['admin@college.example', 'Alex Admin', ['Attainments.Admin']],
    ['user@college.example', 'Uma User', ['Attainments.User']],
    ['guest@college.example', 'Gil Guest', []],
  ])('gives %s a signed access token for the audience', async (account, name, roles) => {
    const token = await identity.token(account)
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'RS256', typ: 'at+jwt' })
    expect(await verified(token)).toMatchObject({
      scp: 'access',
      name,
      preferred_username: account,
      roles,
    })
  })

  it('tells people apart by subject and keeps the subject', async () => {
    const subjects = await Promise.all(
      ['admin@college.example', 'ADMIN@college.example', 'user@college.example'].map(
        async (account) => (await verified(await identity.token(account))).sub,
      ),
    )
    expect(subjects[0]).toBe(subjects[1])
    expect(subjects[0]).not.toBe(subjects[2])
  })

  it('refuses a client without PKCE and an address that is not its own', async () => {
    const { code_challenge, ...noChallenge } = Object.fromEntries(
      new URLSearchParams(authorise().slice(6)),
    )
    expect(code_challenge).toBeDefined()
    const without = await ask(`/auth?${new URLSearchParams(noChallenge).toString()}`)
    expect(without.headers.location).toContain('error=invalid_request')
    const elsewhere = await ask(authorise({ redirect_uri: 'https://example.com/' }))
    expect(elsewhere.status).toBe(400)
    expect(elsewhere.headers.location).toBeUndefined()
  })

  it('lets the pane, and no other page, call the token endpoint from a browser', async () => {
    const preflight = (origin: string) =>
      ask('/token', { origin, 'access-control-request-method': 'POST' }, 'OPTIONS')
    expect((await preflight(pane)).status).toBeLessThan(300)
    const exchange = (origin: string) =>
      ask('/token', { origin }, 'POST', {
        client_id: 'pane',
        grant_type: 'authorization_code',
        code: 'made-up',
      })
    expect((await exchange(pane)).body).toContain('invalid_grant')
    const foreign = await exchange('https://example.com')
    expect(foreign.status).toBe(400)
    expect(foreign.body).toContain('origin')
  })
})

describe('the sign-in page', () => {
  const open = async () => {
    const started = await ask(authorise())
    const cookies = started.headers['set-cookie'] as string[]
    const cookie = cookies.map((set) => set.split(';')[0]).join('; ')
    return { path: String(started.headers.location), cookie }
  }

  it('has labelled fields and the button Sign in, runs no script, and sets a policy', async () => {
    const { path, cookie } = await open()
    const shown = await ask(path, { cookie })
    expect(shown.body).toMatch(/<label for="account">Account<\/label>/)
    expect(shown.body).toMatch(/<label for="password">Password<\/label>/)
    expect(shown.body).toMatch(/<button type="submit">Sign in<\/button>/)
    expect(shown.body).not.toContain('<script')
    expect(shown.headers['content-security-policy']).toContain("default-src 'none'")
    expect(shown.headers['content-security-policy']).toContain(`form-action 'self' ${pane}`)
  })

  it('says when account and password do not belong together, and keeps the account typed', async () => {
    const { path, cookie } = await open()
    const typed = { account: 'admin@college.example', password: 'wrong' }
    const shown = await ask(path, { cookie }, 'POST', typed)
    expect(shown.headers.location).toBeUndefined()
    expect(shown.body).toMatch(/role="alert"[^>]*>Account and password do not belong together/)
    expect(shown.body).toContain('value="admin@college.example"')
    expect(shown.body).not.toContain('wrong')
  })

  it('says so in plain words when it is too old', async () => {
    const shown = await ask('/interaction/long-gone')
    expect(shown.status).toBe(400)
    expect(shown.body).toContain('too old')
  })
})
