import { join } from 'node:path'
import type { Logger } from 'pino'
import { lrsOptions } from './config/lrsOptions.ts'
import { proxyRule } from './config/proxyRule.ts'
import type { Configuration } from './config/readConfiguration.ts'
import { bound } from './bound.ts'
import { createApp } from './http/app.ts'
import { createIssuer } from './http/issuer.ts'
import { createMetrics } from './http/metrics.ts'
import { purgeLink } from './link/purge.ts'
import { createLrs } from './lrs/lrs.ts'
import type { LrsLink } from './lrs/lrs.ts'
import { countLrsCalls, showLrs } from './lrsMetrics.ts'
import { openEbs } from './openEbs.ts'
import { openRedis } from './redis/openRedis.ts'
import { shareLimits } from './redis/shareLimits.ts'
import { installationRoot } from './root.ts'
import { serveMetrics } from './serveMetrics.ts'
import { startUpkeep } from './upkeep.ts'
import { wire } from './wire.ts'

export type Started =
  | { readonly kind: 'started'; readonly address: string; stop(): Promise<void> }
  /** It cannot start as it is configured; `message` says what to do. */
  | { readonly kind: 'refused'; readonly message: string }

/** Starts the backend: opens ebs and link, wires every part, listens. */
export async function startServer(configuration: Configuration, logger: Logger): Promise<Started> {
  const { environment, ebs: names, organisations, tls } = configuration
  const ebs = await openEbs(configuration)
  if (ebs.kind === 'refused') return ebs
  const redis = environment.REDIS_URL ? openRedis(environment.REDIS_URL, logger) : undefined
  const limits = shareLimits(environment, redis)
  const metrics = createMetrics(environment.METRICS_PORT !== undefined)
  const lrs = createLrs({
    ...lrsOptions(environment, logger, countLrsCalls(metrics.registry)),
    ...(limits.slots ? { slots: limits.slots } : {}),
  })
  showLrs(metrics.registry, lrs)
  warnOfCertificate(lrs, logger)
  const issuer = createIssuer(environment.AUTH_ISSUER, proxyRule(environment))
  const app = await createApp({
    ...wire({
      environment,
      organisations,
      ...names,
      ...ebs,
      lrs,
      issuer,
      metrics,
      turnstile: limits.turnstile,
    }),
    sharedCounts: limits.counts,
    logger,
    tls,
    pane: {
      folder: join(installationRoot(), 'dist/pane'),
      officeJsUrl: environment.OFFICE_JS_URL,
      issuer: environment.AUTH_ISSUER,
    },
  })
  const { PORT: port, HOST: host } = environment
  const address = await bound('PORT', app.listen({ port, host }))
  const { UNDO_DAYS: undoDays, TRAIL_DAYS: trailDays } = environment
  const upkeep = startUpkeep({
    purge: () => purgeLink(ebs.link, names.mapping, { undoDays, trailDays }),
    logger,
  })
  const metricsServer = await serveMetrics(environment, metrics)
  return {
    kind: 'started',
    address,
    async stop() {
      await app.close()
      metricsServer?.close()
      lrs.close()
      limits.close()
      redis?.disconnect()
      await upkeep.stop()
      await ebs.database.close()
    },
  }
}

/** Without a usable client certificate the backend starts all the same; see `/health/ready`. */
function warnOfCertificate(lrs: LrsLink, logger: Logger): void {
  const state = lrs.certificate()
  if (state.kind === 'unreadable') {
    logger.warn({ reason: state.reason }, 'not ready: the LRS client certificate cannot be used')
  }
  if (state.kind === 'expired') {
    logger.warn({ expires: state.expires }, 'closed: the LRS client certificate has expired')
  }
}
