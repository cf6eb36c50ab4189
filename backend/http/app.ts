import { randomUUID } from 'node:crypto'
import fastify, { LogController } from 'fastify'
import type {
  FastifyBaseLogger,
  FastifyError,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
} from 'fastify'
import type { Updates } from '../plr/update/updates.ts'
import { handleErrors } from './errors.ts'
import { createGate } from './gate.ts'
import type { GateDependencies } from './gate.ts'
import { paneRoutes } from './pane/paneRoutes.ts'
import type { PaneDependencies } from './pane/paneRoutes.ts'
import { onlyJson } from './jsonBody.ts'
import { metricsRoute, observe } from './metrics.ts'
import type { HttpMetrics } from './metrics.ts'
import { sendProblem } from './problem.ts'
import { limitRate } from './rateLimit.ts'
import type { SharedCounts } from './rateLimit.ts'
import { conditionsRoutes } from './routes/conditions.ts'
import type { SavedConditionStore } from './routes/conditions.ts'
import { downloadsRoutes } from './routes/downloads.ts'
import type { DownloadsDependencies } from './routes/downloads.ts'
import { exportsRoutes } from './routes/exports.ts'
import type { RecordExport } from './routes/exports.ts'
import { healthRoutes } from './routes/health.ts'
import type { ReadinessCheck } from './routes/health.ts'
import { learnersRoutes } from './routes/learners.ts'
import type { LearnersDependencies } from './routes/learners.ts'
import { meRoutes } from './routes/me.ts'
import type { MeDependencies } from './routes/me.ts'
import { updatesRoutes } from './routes/updates.ts'
import { endStreamsOnClose } from './stream.ts'

export interface AppDependencies
  extends GateDependencies, MeDependencies, LearnersDependencies, DownloadsDependencies {
  readonly updates: Updates
  readonly conditions: SavedConditionStore
  readonly recordExport: RecordExport
  readonly readiness: readonly ReadinessCheck[]
  readonly pane: PaneDependencies
  readonly ratePerMinute: number
  readonly sharedCounts: SharedCounts | undefined
  readonly metrics: HttpMetrics
  readonly logger: FastifyBaseLogger
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | undefined
}

const badAddress = {
  status: 400,
  code: 'invalid-request',
  detail: 'The address is not a well-formed one.',
} as const

const bodyLimit = 1024 * 1024

/** The whole HTTP side, wired by hand; listens to nothing yet. */
export async function createApp(dependencies: AppDependencies): Promise<FastifyInstance> {
  const { tls, logger } = dependencies
  const options = {
    loggerInstance: logger,
    genReqId: () => randomUUID(),
    bodyLimit,
    logController: new LogController({ disableRequestLogging: true }),
    requestTimeout: 60_000,
    keepAliveTimeout: 72_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (_error: FastifyError, _request: FastifyRequest, reply: FastifyReply) => {
      sendProblem(reply, badAddress)
    },
  } as const
  const app: FastifyInstance = tls ? fastify({ ...options, https: tls }) : fastify(options)

  app.decorateRequest('person', null)
  endStreamsOnClose(app)
  onlyJson(app)
  secureHeaders(app)
  observe(app, dependencies.metrics)
  handleErrors(app, dependencies.supportContact)
  app.addHook('onRequest', createGate(dependencies))
  await limitRate(app, dependencies.ratePerMinute, dependencies.sharedCounts)

  meRoutes(app, dependencies)
  learnersRoutes(app, dependencies)
  downloadsRoutes(app, dependencies)
  updatesRoutes(app, dependencies.updates)
  conditionsRoutes(app, dependencies.conditions)
  exportsRoutes(app, dependencies.recordExport)
  healthRoutes(app, dependencies.readiness)
  if (!dependencies.metrics.elsewhere) metricsRoute(app, dependencies.metrics)
  await paneRoutes(app, dependencies.pane)
  return app
}

function secureHeaders(app: FastifyInstance): void {
  app.addHook('onSend', (_request, reply, payload, done) => {
    // No X-Frame-Options and no Cross-Origin-Opener-Policy: both break frames and Office dialogs.
    reply.header('X-Content-Type-Options', 'nosniff')
    reply.header('Referrer-Policy', 'no-referrer')
    done(null, payload)
  })
}
