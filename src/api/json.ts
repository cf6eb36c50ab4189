import axios from 'axios'
import type * as z from 'zod/mini'
import { authorised } from './authorised.ts'
import type { Reply, Tokens } from './authorised.ts'
import type { Clock } from './clock.ts'
import { ApiError, failureFrom } from './problem.ts'

export interface JsonRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly query?: Readonly<Record<string, string | number>>
  readonly body?: unknown
  readonly signal?: AbortSignal | undefined
  /** How long the answer may take, where it takes longer than others. */
  readonly answerMs?: number
}

/** No answer to an ordinary question takes longer. */
const answerMs = 60_000

interface JsonReply extends Reply {
  readonly body: unknown
}

/** JSON calls to the backend at `baseUrl`, with `tokens` unless the route is open to anyone. */
export type Json = ReturnType<typeof createJson>

export function createJson(options: {
  baseUrl: string
  tokens: Tokens
  clock: Clock
  answerMs?: number
}) {
  const http = axios.create({
    baseURL: options.baseUrl,
    timeout: options.answerMs ?? answerMs,
    validateStatus: () => true,
    headers: { Accept: 'application/json, application/problem+json' },
  })

  const call = async (request: JsonRequest, token: string | null): Promise<JsonReply> => {
    try {
      const answer = await http.request<unknown>({
        url: request.path,
        method: request.method,
        params: request.query,
        data: request.body,
        ...(request.signal ? { signal: request.signal } : {}),
        ...(request.answerMs === undefined ? {} : { timeout: request.answerMs }),
        headers: token === null ? {} : { Authorization: `Bearer ${token}` },
      })
      const wait: unknown = answer.headers['retry-after']
      return {
        status: answer.status,
        retryAfter: typeof wait === 'string' ? wait : null,
        body: answer.data,
      }
    } catch (cause) {
      // The cause would carry the request, and with it the token: it stays here.
      request.signal?.throwIfAborted()
      if (axios.isAxiosError(cause)) throw new ApiError({ kind: 'unreachable' })
      throw cause
    }
  }

  const answered = (reply: JsonReply): unknown => {
    if (reply.status >= 200 && reply.status < 300) return reply.body
    throw new ApiError(failureFrom(reply.status, reply.body))
  }

  const checked = <T>(schema: z.ZodMiniType<T>, reply: JsonReply): T => {
    const parsed = schema.safeParse(answered(reply))
    if (parsed.success) return parsed.data
    throw new ApiError({ kind: 'unreadable', status: reply.status })
  }

  const withToken = (request: JsonRequest) =>
    authorised({ ...options, signal: request.signal }, (token) => call(request, token))

  return {
    /** A call that needs no sign-in. */
    open: async <T>(schema: z.ZodMiniType<T>, request: JsonRequest): Promise<T> =>
      checked(schema, await call(request, null)),
    /** A call whose answer must fit the schema. */
    ask: async <T>(schema: z.ZodMiniType<T>, request: JsonRequest): Promise<T> =>
      checked(schema, await withToken(request)),
    /** A call whose answer says nothing but that it was done. */
    tell: async (request: JsonRequest): Promise<void> => {
      answered(await withToken(request))
    },
  }
}
