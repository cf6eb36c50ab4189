import type * as z from 'zod/mini'
import { streamType } from '../../../contract/index.ts'
import { authorised } from '../authorised.ts'
import type { Reply, Tokens } from '../authorised.ts'
import type { Clock } from '../clock.ts'
import { ApiError, failureFrom, isPassing } from '../problem.ts'
import { lines } from './ndjson.ts'

/** A stream that ended without `done` or `failed`: what came before stands, the rest is missing. */
export interface Broken {
  readonly type: 'broken'
  /** `stalled`: nothing came for too long, so something between holds the stream back. */
  readonly why: 'cut' | 'stalled'
}

export interface StreamDeps {
  readonly baseUrl: string
  readonly tokens: Tokens
  readonly clock: Clock
  readonly fetch: typeof fetch
  /** How long no frame may come before the stream counts as held back, in ms. */
  readonly stallMs: number
}

export interface StreamRequest {
  readonly path: string
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly waitWhileHeld?: boolean
  readonly signal: AbortSignal
}

interface Opened extends Reply {
  readonly response: Response
}

/** How long an answer may take to close after its last frame, in ms. */
const closingMs = 500

/** Nothing came for too long. Waiting that the backend itself asked for does not count. */
class Silence extends Error {}

/**
 * The frames of one NDJSON answer. Frames of types the schema does not know are ignored; the next
 * frame is read only when it is asked for, so a slow reader slows the backend down. Ends after
 * `done`, `failed` or `broken`; an answer with another status throws, as does an unreadable frame.
 */
export async function* frames<F extends { type: string }>(
  deps: StreamDeps,
  schema: z.ZodMiniType<F>,
  request: StreamRequest,
): AsyncGenerator<F | Broken> {
  const stop = new AbortController()
  const onAbort = () => {
    stop.abort()
  }
  request.signal.addEventListener('abort', onAbort)
  /** Waits for something of the stream, but not longer than a stream may be silent. */
  const inTime = async <T>(work: Promise<T>): Promise<T> => {
    const enough = new AbortController()
    const late = deps.clock.wait(deps.stallMs, enough.signal).then(() => {
      throw new Silence()
    })
    // Whichever of the two loses the race may still fail, and nobody listens then.
    late.catch(() => undefined)
    work.catch(() => undefined)
    try {
      return await Promise.race([work, late])
    } finally {
      enough.abort()
    }
  }
  try {
    request.signal.throwIfAborted()
    const opened = await open(deps, request, stop.signal, inTime)
    const reader = opened.body?.getReader()
    if (!reader) throw new ApiError({ kind: 'unreachable' })
    const read = () => inTime(reader.read().catch(unreachable))
    for await (const line of lines(read)) {
      const frame = readFrame(schema, line)
      if (frame === null) continue
      yield frame
      if (frame.type !== 'done' && frame.type !== 'failed') continue
      // The answer is whole: let it end by itself, so that nobody takes it for a broken one.
      await Promise.race([reader.read(), deps.clock.wait(closingMs)]).catch(() => undefined)
      return
    }
    yield { type: 'broken', why: 'cut' }
  } catch (error) {
    request.signal.throwIfAborted()
    if (error instanceof Silence) {
      yield { type: 'broken', why: 'stalled' }
      return
    }
    if (!(error instanceof ApiError) || !isPassing(error.failure)) throw error
    yield { type: 'broken', why: 'cut' }
  } finally {
    request.signal.removeEventListener('abort', onAbort)
    stop.abort()
  }
}

async function open(
  deps: StreamDeps,
  request: StreamRequest,
  signal: AbortSignal,
  inTime: <T>(work: Promise<T>) => Promise<T>,
) {
  const call = async (token: string): Promise<Opened> => {
    const asking = deps.fetch(deps.baseUrl + request.path, {
      method: 'POST',
      headers: {
        Accept: streamType,
        'Content-Type': 'application/json',
        Authorization: `Bearer ${token}`,
        ...request.headers,
      },
      body: JSON.stringify(request.body),
      cache: 'no-store',
      signal,
    })
    const response = await inTime(asking.catch(unreachable))
    return { status: response.status, retryAfter: response.headers.get('retry-after'), response }
  }
  const { waitWhileHeld = false } = request
  const { response } = await authorised({ ...deps, signal, waitWhileHeld }, call)
  if (response.ok) return response
  const body: unknown = await response.json().catch(() => null)
  throw new ApiError(failureFrom(response.status, body))
}

/** Whatever a browser says of a connection that failed, it means that nothing answers. */
function unreachable(): never {
  throw new ApiError({ kind: 'unreachable' })
}

/** The frame a line holds; null for a type that is not known. A line cut short reads as a break. */
function readFrame<F>(schema: z.ZodMiniType<F>, line: string): F | null {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (cause) {
    throw new ApiError({ kind: 'unreachable' }, { cause })
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const unknownType = parsed.error.issues.every((issue) => issue.path[0] === 'type')
  if (unknownType) return null
  throw new ApiError({ kind: 'unreadable', status: 200 })
}
