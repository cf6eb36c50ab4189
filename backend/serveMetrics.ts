import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Environment } from './config/schema.ts'
import type { HttpMetrics } from './http/metrics.ts'
import { bound } from './bound.ts'

/** METRICS_PORT: a port of its own, for operators. */
export async function serveMetrics(
  environment: Pick<Environment, 'METRICS_PORT' | 'HOST'>,
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
  await bound('METRICS_PORT', once(server, 'listening'))
  return server
}
