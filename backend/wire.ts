import { statSync } from 'node:fs'
import type { Organisations } from './config/organisations.ts'
import type { Environment } from './config/schema.ts'
import type { Database } from './database/index.ts'
import { createAttainmentReader } from './ebs/attainments/index.ts'
import { createLearnerDirectory } from './ebs/learners/index.ts'
import type { Mapping } from './ebs/mapping/index.ts'
import { findEbsUser } from './ebs/users/index.ts'
import type { AppDependencies } from './http/app.ts'
import { closedReason, licenceName } from './http/closed.ts'
import type { Issuer } from './http/issuer.ts'
import type { HttpMetrics } from './http/metrics.ts'
import { createTokenReader } from './http/tokens.ts'
import type { Turnstile } from './http/turnstile.ts'
import { createVisibility } from './http/visibility.ts'
import { createSavedConditions } from './link/conditions/savedConditions.ts'
import { createHoldingsReader } from './link/holdings.ts'
import type { Link } from './link/openLink.ts'
import { createTrail } from './link/trail/trail.ts'
import type { LrsLink } from './lrs/lrs.ts'
import { createLrsUserName } from './lrsUserName.ts'
import { createComparer } from './plr/compare/comparer.ts'
import type { CompareRules } from './plr/compare/rules/rules.ts'
import { createDownload } from './plr/download/createDownload.ts'
import { createRowKeys } from './plr/rowkey/rowKeys.ts'
import { wireUpdates } from './wireUpdates.ts'

export interface Parts {
  readonly environment: Environment
  /** Group id → owning organisations (VISIBLE_ORGANISATIONS); undefined: everybody sees all. */
  readonly organisations: Organisations | undefined
  readonly database: Database
  readonly mapping: Mapping
  /** The college's comparison rules. */
  readonly rules: CompareRules
  readonly link: Link
  readonly lrs: LrsLink
  readonly issuer: Issuer
  readonly metrics: HttpMetrics
  readonly turnstile: Turnstile
}

/** Everything the routes depend on, put together by hand in this one place. */
export function wire(
  parts: Parts,
): Omit<AppDependencies, 'pane' | 'sharedCounts' | 'logger' | 'tls'> {
  const { environment, database, mapping, link, lrs, issuer, metrics, turnstile } = parts
  const eligibility = { noticeRequired: environment.LRS_REQUIRE_NOTICE === 'on' }
  const supportContact = environment.SUPPORT_CONTACT
  const licence = environment.LICENCES.includes(licenceName)
  const directory = createLearnerDirectory({ database, mapping })
  const attainments = createAttainmentReader(mapping, database.dialect)
  const holdings = createHoldingsReader(link, attainments)
  const compare = createComparer({ mapping: mapping.attainment, rules: parts.rules })
  const rowKeys = createRowKeys({
    secrets: environment.ROW_KEY_SECRET,
    ukprn: environment.LRS_UKPRN,
    environmentName: environment.ENVIRONMENT_NAME,
    databaseIdentity: link.identity,
    hours: environment.ROW_KEY_HOURS,
  })
  const certificateExpires = (): Date | null => {
    const state = lrs.certificate()
    return state.kind === 'unreadable' ? null : state.expires
  }
  const lrsUserName = createLrsUserName(environment.LRS_USERNAME, (userName) =>
    findEbsUser(database, mapping, userName),
  )
  return {
    readToken: createTokenReader({
      issuer: environment.AUTH_ISSUER,
      audience: environment.AUTH_AUDIENCE,
      scope: environment.AUTH_SCOPE,
      adminRole: environment.AUTH_ADMIN_ROLE,
      userRole: environment.AUTH_USER_ROLE,
      keys: issuer.keys,
      visibilityOf: createVisibility(parts.organisations),
    }),
    closed: () =>
      closedReason({
        licence,
        certificateExpires: certificateExpires(),
        now: new Date(),
        supportContact,
      }),
    write: {
      on: environment.EBS_WRITE === 'on',
      reason:
        environment.EBS_WRITE === 'on'
          ? null
          : `Writing to ebs is not switched on here (EBS_WRITE). Everything but Update works; ask ${supportContact}.`,
    },
    supportContact,
    publicConfig: {
      issuer: environment.AUTH_ISSUER,
      clientId: environment.AUTH_CLIENT_ID,
      scope: environment.AUTH_SCOPE,
      audience: environment.AUTH_AUDIENCE,
      environmentName: environment.ENVIRONMENT_NAME,
      supportContact,
    },
    licence,
    certificateExpires,
    savedWorkbook: environment.SESSION_IN_SAVED_WORKBOOK,
    noticeRequired: eligibility.noticeRequired,
    rules: eligibility,
    directory,
    download: createDownload({
      learners: directory,
      holdings,
      lrs,
      rules: eligibility,
      lrsUserName,
      compare,
      rowKeys,
      lookAhead: environment.LRS_BATCH_SIZE + 10,
    }),
    turnstile,
    recordExport: createTrail(link, environment.TRAIL_KEY).recordExport,
    readiness: [
      {
        name: 'ebs',
        check: async () => {
          await directory.find(['1'], { kind: 'all' })
        },
      },
      { name: 'issuer', check: () => issuer.check() },
      {
        name: 'LRS certificate file',
        check: () => {
          statSync(environment.LRS_CERTIFICATE)
          const state = lrs.certificate()
          return state.kind === 'unreadable'
            ? Promise.reject(new Error(state.reason))
            : Promise.resolve()
        },
      },
    ],
    ratePerMinute: environment.RATE_LIMIT_PER_MINUTE,
    metrics,
    updates: wireUpdates({
      environment,
      link,
      mapping,
      rules: parts.rules,
      eligibility,
      learners: directory,
      holdings,
      lrs,
      rowKeys,
      lrsUserName,
    }),
    conditions: createSavedConditions(link),
  }
}
