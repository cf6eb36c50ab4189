import { createHash, randomBytes } from 'node:crypto'
import { request } from 'node:https'
import * as z from 'zod/mini'
import type { Account } from './accounts.ts'
import { password } from './accounts.ts'

interface Reply {
  readonly location: string | null
  readonly cookies: readonly string[]
  readonly body: string
}

/** One request without following redirects; `form` makes it a POST. */
function send(
  address: URL,
  options: { authority: string; cookie: string; form?: URLSearchParams },
): Promise<Reply> {
  const { authority, cookie, form } = options
  return new Promise((resolve, reject) => {
    const call = request(
      address,
      {
        ca: authority,
        method: form ? 'POST' : 'GET',
        headers: {
          cookie,
          ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        },
        agent: false,
      },
      (answer) => {
        let body = ''
        answer.setEncoding('utf8')
        answer.on('data', (part: string) => (body += part))
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({
            location: answer.headers.location ?? null,
            cookies: answer.headers['set-cookie'] ?? [],
            body,
          }),
        )
      },
    )
    call.on('error', reject)
    call.end(form?.toString())
  })
}

const tokens = z.object({ access_token: z.string() })

/**
 * The code flow with PKCE as a browser goes through it, without one: authorise, fill in the sign-in
 * form, follow the redirects, exchange the code. For tests that need a real access token.
 */
export function createCodeFlow(options: {
  readonly issuer: string
  readonly clientId: string
  readonly scope: string
  readonly redirectUri: string
  readonly authority: string
}): (account: Account) => Promise<string> {
  const { issuer, clientId, scope, redirectUri, authority } = options
  return async (account) => {
    const jar = new Map<string, string>()
    const visit = async (address: URL, form?: URLSearchParams): Promise<Reply> => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const reply = await send(address, { authority, cookie, ...(form ? { form } : {}) })
      for (const set of reply.cookies) {
        const [name = '', value = ''] = (set.split(';')[0] ?? '').split(/=(.*)/)
        jar.set(name, value)
      }
      return reply
    }
    const next = ({ location, body }: Reply): URL => {
      if (location === null) throw new Error(`Signing in went nowhere: ${body.slice(0, 500)}`)
      return new URL(location, issuer)
    }

    const verifier = randomBytes(32).toString('base64url')
    const authorise = new URL('/auth', issuer)
    authorise.search = new URLSearchParams({
      client_id: clientId,
      response_type: 'code',
      redirect_uri: redirectUri,
      scope: `openid profile ${scope}`,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      prompt: 'login',
    }).toString()

    const form = next(await visit(authorise))
    const filledIn = new URLSearchParams({ account: account.name, password })
    const resume = next(await visit(form, filledIn))
    const code = next(await visit(resume)).searchParams.get('code')
    if (code === null) throw new Error('Signing in ended without a code.')

    const exchange = new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: redirectUri,
      code,
      code_verifier: verifier,
    })
    return tokens.parse(JSON.parse((await visit(new URL('/token', issuer), exchange)).body))
      .access_token
  }
}
