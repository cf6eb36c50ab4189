import {
  circuitBreaker,
  CircuitState,
  decorrelatedJitterGenerator,
  ExponentialBackoff,
  handleWhenResult,
  isBrokenCircuitError,
  retry,
} from 'cockatiel'
import { createBreaker } from './breaker.ts'
import { isSafeToRepeat } from './judge.ts'
import type { LrsLogger } from './options.ts'
import { isServiceFailure, type Reply } from './transport/reply.ts'

/** Repeats calls where that is safe, and stops calling while LRS is down. */
export interface Resilience {
  /** Sends, again if need be; `attempt` counts from 0. */
  repeat(send: (attempt: number) => Promise<Reply>, signal: AbortSignal): Promise<Reply>
  /**
   * One call past the breaker. The call that tries whether LRS answers again gets a signal of its own:
   * it has to be heard to its end, whether or not who asked for it waits.
   */
  guard(send: (signal: AbortSignal) => Promise<Reply>, signal: AbortSignal): Promise<Reply>
  breaker(): 'closed' | 'open' | 'half-open'
}

export interface ResilienceSettings {
  readonly retries: number
  readonly retryDelayMs: number
  readonly breakerPauseMs: number
  readonly logger: LrsLogger
}

/** The breaker opens when most calls of the last 30 s failed, at least 20 of them (surface.md). */
const breakerRule = { windowMs: 30_000, fewestFailures: 20 }

const isReply = (value: unknown): value is Reply =>
  typeof value === 'object' && value !== null && 'kind' in value

export function createResilience(settings: ResilienceSettings): Resilience {
  const { retries, retryDelayMs, breakerPauseMs, logger } = settings
  const again = retry(
    handleWhenResult((reply) => isReply(reply) && isSafeToRepeat(reply)),
    {
      maxAttempts: retries,
      backoff: new ExponentialBackoff({
        initialDelay: retryDelayMs,
        maxDelay: 5000,
        generator: decorrelatedJitterGenerator,
      }),
    },
  )
  const breaker = circuitBreaker(
    handleWhenResult((reply) => isReply(reply) && isServiceFailure(reply)),
    { halfOpenAfter: breakerPauseMs, breaker: createBreaker(breakerRule) },
  )
  breaker.onBreak(() => {
    logger.warn({ pauseMs: breakerPauseMs }, 'Most calls to LRS failed: no calls for a while')
  })
  breaker.onReset(() => {
    logger.info({}, 'Calls to LRS are made again')
  })

  return {
    repeat: (send, signal) => again.execute(({ attempt }) => send(attempt), signal),
    async guard(send, signal) {
      signal.throwIfAborted()
      try {
        return await breaker.execute(() =>
          send(breaker.state === CircuitState.Closed ? signal : new AbortController().signal),
        )
      } catch (error) {
        if (isBrokenCircuitError(error)) return unavailable
        throw error
      }
    },
    breaker() {
      if (breaker.state === CircuitState.Closed) return 'closed'
      return breaker.state === CircuitState.HalfOpen ? 'half-open' : 'open'
    },
  }
}

const unavailable: Reply = {
  kind: 'stop',
  code: 'lrs-unavailable',
  detail:
    'LRS failed most calls of the last half minute and is left alone for a while. ' +
    'Try again in a minute; what was downloaded stands.',
}
