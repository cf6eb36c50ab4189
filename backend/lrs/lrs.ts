import { setMaxListeners } from 'node:events'
import type { Lrs, LrsAnswer } from '../plr/event/answer.ts'
import type { CertificateState } from './certificate/state.ts'
import { createConnections } from './connections.ts'
import { createFlow } from './gate/flow.ts'
import { createGate } from './gate/gate.ts'
import { sharedGate } from './gate/slots.ts'
import { judge, verdictOn } from './judge.ts'
import type { LrsOptions } from './options.ts'
import { buildRequest } from './request/envelope.ts'
import { createResilience } from './resilience.ts'
import { certificateRefused } from './transport/faults.ts'
import { isServiceFailure, type Reply } from './transport/reply.ts'
import { createTransport } from './transport/transport.ts'
import { untilAborted } from './untilAborted.ts'

/** The Learning Records Service over the wire, and what operators want to know of it. */
export interface LrsLink extends Lrs {
  certificate(): CertificateState
  status(): LrsStatus
  /** Closes the connections; calls in flight end as unanswered. */
  close(): void
}

export interface LrsStatus {
  readonly inFlight: number
  readonly waiting: number
  /** How many calls may be in flight now; below the batch size when LRS is slow or failing. */
  readonly allowed: number
  readonly breaker: 'closed' | 'open' | 'half-open'
}

/**
 * 403 means the certificate as long as LRS has not accepted it; afterwards it may as well be a
 * firewall that dislikes one learner's name, so that learner alone fails and the next call, sent
 * alone, tells which of the two it is.
 */
function suspectCertificate(reply: Reply): Reply {
  return reply.kind === 'forbidden' ? certificateRefused('it answered 403, Forbidden') : reply
}

/** The LRS client of one institution. Opens no connection before the first question. */
export function createLrs(options: LrsOptions): LrsLink {
  const { logger, batchSize } = options
  const now = options.now ?? (() => new Date())
  const flow = createFlow(batchSize, logger)
  const connections = createConnections(options, now, () => {
    logger.info({}, 'The LRS client certificate was replaced')
    flow.doubt()
  })
  const own = createGate(() => {
    connections.look()
    return flow.allowed()
  })
  const gate = options.slots === undefined ? own : sharedGate(own, options.slots)
  const send = createTransport(options.url, {
    timeoutMs: options.timeoutMs,
    maxAnswerBytes: options.maxAnswerBytes ?? 10_000_000,
    onExchange: options.onExchange,
  })
  const resilience = createResilience({
    retries: options.retries ?? 2,
    retryDelayMs: options.retryDelayMs ?? 250,
    breakerPauseMs: options.breakerPauseMs ?? 10_000,
    logger,
  })

  /** A handshake cut at every try, before LRS ever accepted the certificate, is a refusal without words. */
  const suspectHandshake = (reply: Reply): Reply =>
    reply.kind === 'no-answer' && reply.inHandshake && !flow.proven()
      ? certificateRefused('it cut the TLS handshake at every try')
      : reply

  const call = (xml: string, signal: AbortSignal): Promise<Reply> =>
    connections.use((agent) =>
      resilience.guard(async (signal) => {
        const generation = flow.generation()
        const proven = flow.proven()
        const startedAt = Date.now()
        const reply = await send(xml, agent, signal)
        const endedAt = Date.now()
        flow.seen({
          generation,
          startedAt,
          endedAt,
          failed: isServiceFailure(reply),
          verdict: verdictOn(reply),
        })
        options.onCall?.({ result: reply.kind, ms: endedAt - startedAt })
        return proven ? reply : suspectCertificate(reply)
      }, signal),
    )

  return {
    async ask(question, asker, signal): Promise<LrsAnswer> {
      signal.throwIfAborted()
      // A download asks for a thousand learners with one signal; Node would warn of a leak at eleven.
      setMaxListeners(0, signal)
      const xml = buildRequest(question, asker.userName, options)
      const reply = resilience.repeat(
        (attempt) =>
          gate.run({ person: asker.person, again: attempt > 0, signal }, () => call(xml, signal)),
        signal,
      )
      return judge(suspectHandshake(await untilAborted(reply, signal)), question, now())
    },
    certificate: connections.certificate,
    status: () => ({
      inFlight: gate.inFlight(),
      waiting: gate.waiting(),
      allowed: flow.allowed(),
      breaker: resilience.breaker(),
    }),
    close: connections.close,
  }
}
