import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import type { Redis } from 'ioredis'
import { Refused } from './refused.ts'

/** Where replicas count together, and whose counts they are: one institution in one environment. */
export interface SharedCounts {
  readonly redis: Redis
  readonly name: string
}

/** RATE_LIMIT_PER_MINUTE for each signed-in person; shared by replicas when there is a Redis. */
export async function limitRate(
  app: FastifyInstance,
  perMinute: number,
  shared: SharedCounts | undefined,
): Promise<void> {
  await app.register(rateLimit, {
    max: perMinute,
    timeWindow: '1 minute',
    hook: 'preValidation',
    // Without Redis people go on uncounted rather than not at all.
    ...(shared
      ? { redis: shared.redis, nameSpace: `{plr:${shared.name}}:rate:`, skipOnError: true }
      : {}),
    allowList: (request) => request.person === null,
    keyGenerator: (request) => request.person?.subject ?? '',
    errorResponseBuilder: (_request, context) =>
      new Refused({
        status: 429,
        code: 'rate-limit',
        detail: `You have sent more than ${context.max} requests in a minute. Try again in ${context.after}.`,
      }),
  })
}
