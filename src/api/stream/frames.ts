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

const stalled = Symbol('stalled')

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
  const inTime = async <T>(work: Promise<T>): Promise<T | typeof stalled> => {
    const enough = new AbortController()
    try {
      const late = deps.clock.wait(deps.stallMs, enough.signal).then((): typeof stalled => stalled)
      return await Promise.race([work, late])
    } finally {
      enough.abort()
    }
  }
  try {
    request.signal.throwIfAborted()
    const opening = open(deps, request, stop.signal)
    opening.catch(() => undefined)
    const opened = await inTime(opening)
    if (opened === stalled) {
      yield { type: 'broken', why: 'stalled' }
      return
    }
    const reader = opened.body?.getReader()
    if (!reader) {
      yield { type: 'broken', why: 'cut' }
      return
    }
    let silent = false
    const read = async () => {
      const reading = reader.read()
      reading.catch(() => undefined)
      const piece = await inTime(reading)
      if (piece !== stalled) return piece
      silent = true
      return { done: true }
    }
    for await (const line of lines(read)) {
      const frame = silent ? null : readFrame(schema, line)
      if (frame === null) continue
      yield frame
      if (frame.type === 'done' || frame.type === 'failed') return
    }
    yield { type: 'broken', why: silent ? 'stalled' : 'cut' }
  } catch (error) {
    request.signal.throwIfAborted()
    if (error instanceof ApiError && !isPassing(error.failure)) throw error
    if (!(error instanceof ApiError) && !(error instanceof TypeError)) throw error
    yield { type: 'broken', why: 'cut' }
  } finally {
    request.signal.removeEventListener('abort', onAbort)
    stop.abort()
  }
}

async function open(deps: StreamDeps, request: StreamRequest, signal: AbortSignal) {
  const call = async (token: string): Promise<Opened> => {
    const response = await deps.fetch(deps.baseUrl + request.path, {
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
    return { status: response.status, retryAfter: response.headers.get('retry-after'), response }
  }
  const { waitWhileHeld = false } = request
  const { response } = await authorised({ ...deps, signal, waitWhileHeld }, call)
  if (response.ok) return response
  const body: unknown = await response.json().catch(() => null)
  throw new ApiError(failureFrom(response.status, body))
}

/** The frame a line holds; null for a type that is not known. A line cut short reads as a break. */
function readFrame<F>(schema: z.ZodMiniType<F>, line: string): F | null {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (cause) {
    throw new TypeError('A frame was cut short', { cause })
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const unknownType = parsed.error.issues.every((issue) => issue.path[0] === 'type')
  if (unknownType) return null
  throw new ApiError({ kind: 'unreadable', status: 200 })
}
