import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import Provider from 'oidc-provider'
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider'
import type { Account } from './accounts.ts'
import { accountOf } from './accounts.ts'
import { pagePolicy } from '../html/page.ts'
import { errorPage, signedOutPage, signOutPage } from './pages.ts'
import { createStore } from './store.ts'

export interface ProviderOptions {
  readonly issuer: string
  readonly clientId: string
  /** What access tokens are for: their `aud`. */
  readonly audience: string
  /** The scope the client asks for; its last path part stands in `scp`, as Microsoft Entra ID has it. */
  readonly scope: string
  readonly redirectUris: readonly string[]
  /** How long an access token is good. */
  readonly tokenSeconds: number
}

const hour = 3600

/** What a token says of a person beside the subject. */
function claimsOf(account: Account): Record<string, unknown> {
  return {
    name: account.fullName,
    preferred_username: account.name,
    roles: account.roles,
    groups: account.groups,
  }
}

function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' }
}

function originsOf(addresses: readonly string[]): string[] {
  return [...new Set(addresses.map((address) => new URL(address).origin))]
}

/**
 * An OpenID provider for one public single-page client: code flow with PKCE, access tokens that are
 * RS256 JWTs of the audience, refresh tokens, sign-out. Nobody is asked for consent.
 */
export function createProvider(options: ProviderOptions): Provider {
  const { issuer, clientId, audience, scope, redirectUris, tokenSeconds } = options
  const origins = originsOf(redirectUris)
  const show = (ctx: KoaContextWithOIDC, html: string) => {
    ctx.type = 'html'
    ctx.set('Content-Security-Policy', pagePolicy(origins))
    ctx.body = html
  }
  const configuration: Configuration = {
    adapter: createStore(),
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: [...redirectUris],
        post_logout_redirect_uris: [...redirectUris],
      },
    ],
    jwks: { keys: [signingKey()] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'roles', 'groups'] },
    conformIdTokenClaims: false,
    clientBasedCORS: (_ctx, origin) => origins.includes(origin),
    pkce: { required: () => true },
    ttl: {
      AccessToken: tokenSeconds,
      AuthorizationCode: 60,
      IdToken: hour,
      Interaction: hour,
      Grant: 12 * hour,
      Session: 12 * hour,
      RefreshToken: 12 * hour,
    },
    issueRefreshToken: (_ctx, client) => Promise.resolve(client.grantTypeAllowed('refresh_token')),
    findAccount(_ctx, subject) {
      const account = accountOf(subject)
      if (account === null) return undefined
      return { accountId: subject, claims: () => ({ sub: subject, ...claimsOf(account) }) }
    },
    extraTokenClaims(_ctx, token) {
      const account = 'accountId' in token ? accountOf(token.accountId) : null
      return account === null ? {} : { scp: scope.split('/').at(-1), ...claimsOf(account) }
    },
    async loadExistingGrant(ctx) {
      const { client, session, provider } = ctx.oidc
      if (client === undefined || session?.accountId === undefined) return undefined
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid profile email offline_access')
      grant.addResourceScope(audience, scope)
      await grant.save()
      return grant
    },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope,
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: tokenSeconds,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => show(ctx, signOutPage(form)),
        postLogoutSuccessSource: (ctx) => show(ctx, signedOutPage()),
      },
    },
    renderError: (ctx, out) => show(ctx, errorPage(out.error_description ?? out.error)),
  }
  return new Provider(issuer, configuration)
}
