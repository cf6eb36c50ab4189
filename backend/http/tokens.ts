import { jwtVerify, errors } from 'jose'
import type { JWTPayload, JWTVerifyGetKey } from 'jose'
import { z } from 'zod'
import type { Person } from '../plr/learner/person.ts'
import { IssuerUnavailable } from './issuer.ts'
import type { VisibilityOf } from './visibility.ts'

/** What a bearer token comes to. */
export type TokenRead =
  | { readonly kind: 'person'; readonly person: Person }
  /** A good token of somebody without a role here: 403. */
  | { readonly kind: 'no-role' }
  /** No token, or one that is not good: 401. */
  | { readonly kind: 'bad'; readonly detail: string }
  | { readonly kind: 'issuer-unavailable' }

export interface TokenRules {
  readonly issuer: string
  readonly audience: string
  /** AUTH_SCOPE; tokens hold its last path part. */
  readonly scope: string
  readonly adminRole: string
  readonly userRole: string
  readonly keys: JWTVerifyGetKey
  readonly visibilityOf: VisibilityOf
}

export type ReadToken = (authorization: string | undefined) => Promise<TokenRead>

const claims = z.object({
  sub: z.string().min(1),
  name: z.string().optional().catch(undefined),
  preferred_username: z.string().optional().catch(undefined),
  scp: z.unknown().optional(),
  scope: z.unknown().optional(),
  roles: z.unknown().optional(),
  groups: z.unknown().optional(),
})

/** Judges bearer tokens (surface.md, Tokens): signature, issuer, audience, time, scope, roles. */
export function createTokenReader(rules: TokenRules): ReadToken {
  const scope = rules.scope.split('/').at(-1) ?? rules.scope
  return async (authorization) => {
    const token = /^Bearer ([\w~+/.=-]+)$/i.exec(authorization ?? '')?.[1]
    if (token === undefined) return bad('Send the access token as Authorization: Bearer.')
    const verified = await verify(token, rules)
    if ('kind' in verified) return verified
    const parsed = claims.safeParse(verified.payload)
    if (!parsed.success) return bad('The token names nobody.')
    const { scp, scope: plain, roles, sub, name, groups } = parsed.data
    if (![...words(scp), ...words(plain)].includes(scope)) {
      return bad(`The token does not hold the scope ${scope}.`)
    }
    const held = Array.isArray(roles) ? roles : []
    const role = held.includes(rules.adminRole)
      ? 'Admin'
      : held.includes(rules.userRole)
        ? 'User'
        : null
    if (role === null) return { kind: 'no-role' }
    const userName = parsed.data.preferred_username ?? sub
    const visibility = rules.visibilityOf(words(groups))
    return {
      kind: 'person',
      person: { subject: sub, name: name ?? userName, userName, role, visibility },
    }
  }
}

/** @throws errors of jose and IssuerUnavailable */
async function payloadOf(token: string, rules: TokenRules): Promise<JWTPayload> {
  const options = {
    issuer: rules.issuer,
    audience: rules.audience,
    algorithms: ['RS256', 'PS256', 'ES256'],
    clockTolerance: 60,
    requiredClaims: ['exp', 'sub'],
  }
  try {
    return (await jwtVerify(token, rules.keys, options)).payload
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error
    // The token does not name its key: any of the issuer's may have signed it.
    for await (const key of error) {
      const payload = await jwtVerify(token, key, options).then(
        (verified) => verified.payload,
        (failure: unknown) => {
          if (failure instanceof errors.JWSSignatureVerificationFailed) return null
          throw failure
        },
      )
      if (payload) return payload
    }
    throw new errors.JWSSignatureVerificationFailed()
  }
}

async function verify(
  token: string,
  rules: TokenRules,
): Promise<{ payload: JWTPayload } | TokenRead> {
  try {
    return { payload: await payloadOf(token, rules) }
  } catch (error) {
    if (error instanceof IssuerUnavailable || error instanceof errors.JWKSTimeout) {
      return { kind: 'issuer-unavailable' }
    }
    if (error instanceof errors.JWTExpired) return bad('The token has expired. Sign in again.')
    if (error instanceof errors.JOSEError) return bad('The token is not one for this service.')
    throw error
  }
}

const bad = (detail: string): TokenRead => ({ kind: 'bad', detail })

/** A claim of words: a text with blanks between, or a list of texts. */
function words(claim: unknown): string[] {
  if (typeof claim === 'string') return claim.split(' ').filter((word) => word !== '')
  return Array.isArray(claim) ? claim.filter((word) => typeof word === 'string') : []
}
