import * as z from 'zod/mini'

/** What a frame sends: one JSON text, parsed. Field names are those of the wire. */
const requestSchema = z.object({
  _messageType: z.literal(0),
  _actionName: z.string(),
  _actionType: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  _conversationId: z.string(),
  _correlationId: z.number(),
  _data: z.unknown(),
})

/** One request of office.js: a call (`_actionType` 0), a registration (1) or its end (2). */
export type Request = z.infer<typeof requestSchema>

/** Reads what came by postMessage; anything that is not an office.js request is null. */
export function readRequest(data: unknown): Request | null {
  if (typeof data !== 'string') return null
  let parsed: unknown
  try {
    parsed = JSON.parse(data)
  } catch {
    return null
  }
  const request = requestSchema.safeParse(parsed)
  return request.success ? request.data : null
}

interface Outgoing {
  actionName: string
  conversationId: string
  correlationId: number
  origin: string
  data: unknown
}

function envelope(kind: 'answer' | 'event', errorCode: number, message: Outgoing): string {
  return JSON.stringify({
    _messageType: 1,
    _actionName: message.actionName,
    _conversationId: message.conversationId,
    _correlationId: message.correlationId,
    _origin: message.origin,
    _data: message.data,
    _errorCode: errorCode,
    _responseType: kind === 'answer' ? 0 : 1,
    _serializerVersion: 1,
  })
}

/** The answer to a request, as JSON text. Errors of the API itself belong inside `data`. */
export function answer(message: Outgoing): string {
  return envelope('answer', 0, message)
}

/** Says that the channel failed while handling the request (`_errorCode` -2). */
export function failure(message: Outgoing): string {
  return envelope('answer', -2, message)
}

/** An event, as JSON text; office.js finds the handler by `actionName`. */
export function event(message: Outgoing): string {
  return envelope('event', 0, message)
}
