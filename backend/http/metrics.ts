import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'

/** Prometheus figures of this process; no label ever holds personal data. */
export interface HttpMetrics {
  readonly registry: Registry
  readonly requestSeconds: Histogram<'method' | 'route' | 'status'>
  /** METRICS_PORT is set: the main port has no /metrics. */
  readonly elsewhere: boolean
}

/** Figures of the process and of every request by route. */
export function createMetrics(elsewhere: boolean): HttpMetrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requestSeconds = new Histogram({
    name: 'plr_http_request_seconds',
    help: 'Time from a request’s arrival to the last byte of its answer',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300],
    registers: [registry],
  })
  return { registry, requestSeconds, elsewhere }
}

/** Counts and logs every request when it has been answered: route and status, never what was asked. */
export function observe(app: FastifyInstance, { requestSeconds }: HttpMetrics): void {
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown'
    const seconds = reply.elapsedTime / 1000
    const { method } = request
    const status = reply.statusCode
    requestSeconds.observe({ method, route, status: String(status) }, seconds)
    request.log.info({ method, route, status, ms: Math.round(reply.elapsedTime) }, 'answered')
    done()
  })
}

/** `GET /metrics`, to this machine alone (docs say what that means behind a proxy on it). */
export function metricsRoute(app: FastifyInstance, { registry }: HttpMetrics): void {
  app.get('/metrics', async (request, reply) => {
    const from = request.socket.remoteAddress ?? ''
    if (!/^(127\.|::1$|::ffff:127\.)/.test(from)) return reply.callNotFound()
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
