import { Redis } from 'ioredis'
import { defineCommands } from './commands.ts'

export interface RedisLogger {
  info(fields: Record<string, unknown>, message: string): void
  warn(fields: Record<string, unknown>, message: string): void
}

/** A Redis that does not answer within this is away; nobody's request waits longer for it. */
const answerMs = 1000

/**
 * A connection to REDIS_URL with our scripts. It connects by itself, again and again, and says in the
 * log when Redis goes and comes back; meanwhile commands fail soon instead of waiting.
 */
export function openRedis(url: string, logger: RedisLogger): Redis {
  const redis = new Redis(url, {
    commandTimeout: answerMs,
    connectTimeout: answerMs,
    maxRetriesPerRequest: 1,
    retryStrategy: (attempt) => Math.min(attempt * 200, answerMs),
  })
  let away = false
  redis.on('error', () => {
    if (!away) logger.warn({}, 'Redis does not answer: limits are kept by each replica alone')
    away = true
  })
  redis.on('ready', () => {
    if (away) logger.info({}, 'Redis answers again')
    away = false
  })
  defineCommands(redis)
  return redis
}
