import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { streamType } from '../../contract/index.ts'
import type { FailedFrame } from '../../contract/index.ts'
import { ebsTrouble } from './ebsTrouble.ts'
import type { ProblemGiven } from './problem.ts'
import { Refused } from './refused.ts'

/** A frame of a stream; what else it holds is the contract's matter. */
export interface Frame {
  readonly type: string
}

/** At least one frame every 10 s (surface.md); a little sooner, so that a busy moment does not break it. */
const quietMs = 8_000

declare module 'fastify' {
  interface FastifyInstance {
    /** Aborted when this backend is asked to stop. */
    stopping: AbortSignal
  }
}

/** Lets streams end themselves when the backend stops, so that clients go on elsewhere at once. */
export function endStreamsOnClose(app: FastifyInstance): void {
  const stopping = new AbortController()
  app.decorate('stopping', stopping.signal)
  app.addHook('preClose', (done) => {
    stopping.abort(new Refused(stopped))
    done()
  })
}

/**
 * Answers with frames as NDJSON, a line each, pulled as fast as the reader takes them. When nothing
 * came for a while the last `progress` is sent again. An unexpected error becomes a `failed` frame,
 * for the status has long been sent. `cancelled` says that nobody wants the rest.
 */
export function sendStream(
  reply: FastifyReply,
  frames: AsyncGenerator<Frame>,
  cancelled: AbortSignal,
): FastifyReply {
  const lines = async function* (): AsyncGenerator<string> {
    let last: Frame | undefined
    try {
      for await (const frame of withHeartbeat(frames, quietMs)) {
        last = frame
        yield line(frame)
      }
    } catch (error) {
      if (!cancelled.aborted) {
        reply.log.error({ err: error }, 'a stream ended unexpectedly')
        const trouble = ebsTrouble(error)
        yield line(trouble ? { type: 'failed', ...trouble } : unexpected(reply.request.id))
        return
      }
    }
    const ended = last?.type === 'done' || last?.type === 'failed'
    if (!ended && reply.server.stopping.aborted) yield line(restarting)
  }
  return reply
    .header('Content-Type', streamType)
    .header('Cache-Control', 'no-store, no-transform')
    .header('X-Accel-Buffering', 'no')
    .send(Readable.from(lines(), { objectMode: true, highWaterMark: 4 }))
}

const line = (frame: Frame): string => `${JSON.stringify(frame)}\n`

const unexpected = (reference: string): FailedFrame => ({
  type: 'failed',
  code: 'unexpected',
  detail: `Something went wrong here. What came before stands. Try again; if it happens again, tell support the reference ${reference}.`,
})

const restarting: FailedFrame = {
  type: 'failed',
  code: 'restarting',
  detail: 'The service is being restarted. What came before stands; go on in a moment.',
}

const stopped: ProblemGiven = {
  status: 503,
  code: 'restarting',
  detail: 'The service is being restarted. Try again in a moment.',
}

/** Nobody reads it; it keeps what a client breaks off apart from failures in log and figures. */
const clientGone: ProblemGiven = {
  status: 499,
  code: 'client-gone',
  detail: 'The client went away before its answer.',
}

/** A signal that is aborted when the client goes away before the answer is complete, or the backend stops. */
export function whenGone(reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort(new Refused(clientGone))
  })
  return AbortSignal.any([gone.signal, reply.server.stopping])
}

/** The frames, with the last `progress` repeated whenever none came for `everyMs`. */
export async function* withHeartbeat<F extends Frame>(
  frames: AsyncGenerator<F>,
  everyMs: number,
): AsyncGenerator<F> {
  let progress: F | undefined
  try {
    let next = frames.next()
    for (;;) {
      const result = await orQuiet(next, everyMs)
      if (result === 'quiet') {
        if (progress) yield progress
        continue
      }
      if (result.done) return
      if (result.value.type === 'progress') progress = result.value
      // Asked for before this one is sent on, so that its work goes on while the socket drains.
      next = frames.next()
      next.catch(() => undefined)
      yield result.value
    }
  } finally {
    // Not awaited: a generator busy with a call that hangs would hold up the answer to a cancel.
    frames.return(undefined).catch(() => undefined)
  }
}

async function orQuiet<Result>(next: Promise<Result>, ms: number): Promise<Result | 'quiet'> {
  let timer: NodeJS.Timeout | undefined
  const quiet = new Promise<'quiet'>((resolve) => {
    timer = setTimeout(resolve, ms, 'quiet')
  })
  try {
    return await Promise.race([next, quiet])
  } finally {
    clearTimeout(timer)
  }
}
