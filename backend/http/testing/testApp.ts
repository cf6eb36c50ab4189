import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose'
import type { JWTPayload } from 'jose'
import { pino } from 'pino'
import type { FastifyInstance } from 'fastify'
import { createApp } from '../app.ts'
import type { AppDependencies } from '../app.ts'
import { createMetrics } from '../metrics.ts'
import { createTokenReader } from '../tokens.ts'
import type { VisibilityOf } from '../visibility.ts'
import { createTurnstile } from '../turnstile.ts'

const issuer = 'https://issuer.example'

/** An app with everything behind the routes made up, and a signer of tokens it believes. */
export interface TestApp {
  readonly app: FastifyInstance
  token(claims?: JWTPayload, sign?: (jwt: SignJWT) => SignJWT): Promise<string>
}

export interface TestAppChanges extends Partial<AppDependencies> {
  readonly visibilityOf?: VisibilityOf
}

/** A folder that holds no pane, the same for all tests: none of them writes into it. */
const noPane = join(tmpdir(), 'plr-no-pane')
mkdirSync(noPane, { recursive: true })

const never = (): never => {
  throw new Error('not part of this test')
}

/** Builds the app for a test; `changes` replaces what the test is about. */
export async function testApp(changes: TestAppChanges = {}): Promise<TestApp> {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256' }
  const app = await createApp({
    readToken: createTokenReader({
      issuer,
      audience: 'api://plr',
      scope: 'api://plr/access',
      adminRole: 'Attainments.Admin',
      userRole: 'Attainments.User',
      keys: createLocalJWKSet({ keys: [jwk] }),
      visibilityOf: changes.visibilityOf ?? (() => ({ kind: 'all' })),
    }),
    closed: () => null,
    write: { on: true, reason: null },
    supportContact: 'the MIS team',
    publicConfig: {
      issuer,
      clientId: 'pane',
      scope: 'api://plr/access',
      audience: 'api://plr',
      environmentName: 'live',
      supportContact: 'the MIS team',
    },
    licence: true,
    certificateExpires: () => new Date('2027-01-01T00:00:00Z'),
    savedWorkbook: 'ask',
    noticeRequired: false,
    rules: { noticeRequired: false },
    directory: { fields: () => [], find: never, search: never },
    download: never,
    turnstile: createTurnstile(4),
    updates: { preview: never, begin: never, undo: never, list: never },
    conditions: { list: never, save: never, remove: never },
    recordExport: never,
    readiness: [],
    pane: {
      folder: noPane,
      officeJsUrl: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
      issuer,
    },
    ratePerMinute: 600,
    sharedCounts: undefined,
    metrics: createMetrics(false),
    logger: pino({ level: 'silent' }),
    tls: undefined,
    ...changes,
  })
  return {
    app,
    token(claims = {}, sign = (jwt) => jwt) {
      const jwt = new SignJWT({
        sub: 's1',
        name: 'Ada Admin',
        preferred_username: 'admin@college.example',
        scp: 'openid access',
        roles: ['Attainments.Admin'],
        ...claims,
      })
        .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
        .setIssuer(issuer)
        .setAudience('api://plr')
        .setIssuedAt()
      const ending = 'exp' in claims ? jwt : jwt.setExpirationTime('5m')
      return sign(ending).sign(privateKey)
    },
  }
}

/** The header that carries a token. */
export const bearer = (token: string): { authorization: string } => ({
  authorization: `Bearer ${token}`,
})
