import { once } from 'node:events'
import { createServer } from 'node:http'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { lrsOptions } from './config/lrsOptions.ts'
import { proxyRule } from './config/proxyRule.ts'
import type { Configuration } from './config/readConfiguration.ts'
import type { Environment } from './config/schema.ts'
import { createApp } from './http/app.ts'
import { createIssuer } from './http/issuer.ts'
import { createMetrics } from './http/metrics.ts'
import type { HttpMetrics } from './http/metrics.ts'
import { purgeLink } from './link/purge.ts'
import { createLrs } from './lrs/lrs.ts'
import type { LrsLink } from './lrs/lrs.ts'
import { countLrsCalls, showLrs } from './lrsMetrics.ts'
import { openEbs } from './openEbs.ts'
import { openRedis } from './redis/openRedis.ts'
import { shareLimits } from './redis/shareLimits.ts'
import { installationRoot } from './root.ts'
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
    redis,
    logger,
    tls,
    pane: {
      folder: join(installationRoot(), 'dist/pane'),
      officeJsUrl: environment.OFFICE_JS_URL,
      issuer: environment.AUTH_ISSUER,
    },
  })
  const address = await app.listen({ port: environment.PORT, host: environment.HOST })
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

/** METRICS_PORT: a port of its own, for operators. */
async function serveMetrics(
  environment: Environment,
  { registry }: HttpMetrics,
): Promise<ReturnType<typeof createServer> | undefined> {
  if (environment.METRICS_PORT === undefined) return undefined
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'Content-Type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  server.listen(environment.METRICS_PORT, environment.HOST)
  await once(server, 'listening')
  return server
}
