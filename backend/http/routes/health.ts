import type { FastifyInstance } from 'fastify'

/** One thing the backend cannot do without; rejects when it is not there. */
export interface ReadinessCheck {
  readonly name: string
  readonly check: () => Promise<void>
}

const patienceMs = 5_000

/** `GET /health/live` and `/health/ready`, for operators. */
export function healthRoutes(app: FastifyInstance, checks: readonly ReadinessCheck[]): void {
  app.get('/health/live', () => ({ status: 'live' }))

  app.get('/health/ready', async (_request, reply) => {
    const missing = (await Promise.all(checks.map(missingOf))).filter((name) => name !== null)
    reply.header('Cache-Control', 'no-store')
    return missing.length === 0
      ? reply.send({ status: 'ready' })
      : reply.code(503).send({ status: 'not ready', missing })
  })
}

async function missingOf({ name, check }: ReadinessCheck): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('no answer'))
    }, patienceMs)
  })
  try {
    await Promise.race([check(), late])
    return null
  } catch {
    return name
  } finally {
    clearTimeout(timer)
  }
}
