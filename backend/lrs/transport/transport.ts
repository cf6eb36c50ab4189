import type { Agent } from 'node:http'
import type { Readable } from 'node:stream'
import axios from 'axios'
import { createDecoder } from '../response/decode.ts'
import { soapAction } from '../request/envelope.ts'
import { deadline } from './deadline.ts'
import { codeOf, replyToError } from './faults.ts'
import type { Reply } from './reply.ts'

/** Sends one request and reads what comes back; rejects only when `signal` is aborted. */
export type Send = (xml: string, agent: Agent, signal: AbortSignal) => Promise<Reply>

export interface TransportLimits {
  /** From connecting to the last byte. */
  readonly timeoutMs: number
  readonly maxAnswerBytes: number
}

const headers = {
  'Content-Type': 'text/xml; charset=utf-8',
  Accept: 'text/xml, application/xml',
  SOAPAction: `"${soapAction}"`,
  'User-Agent': 'ebs-plr-attainments',
}

/** How requests reach `url`. Redirects are not followed: a POST replayed as GET is LRS's 405. */
export function createTransport(url: string, { timeoutMs, maxAnswerBytes }: TransportLimits): Send {
  const http = axios.create({
    headers,
    proxy: false,
    maxRedirects: 0,
    responseType: 'stream',
    validateStatus: null,
  })

  const exchange = async (xml: string, agent: Agent, signal: AbortSignal): Promise<Reply> => {
    try {
      const { status, headers, data } = await http.post<Readable>(url, xml, {
        httpsAgent: agent,
        signal,
      })
      const contentType = String(headers['content-type'] ?? '')
      return await readReply(status, contentType, data, signal, maxAnswerBytes)
    } catch (error) {
      return replyToError(error)
    }
  }

  return async (xml, agent, signal) => {
    const limit = deadline(signal, timeoutMs)
    const reply = await exchange(xml, agent, limit.signal)
    limit.end()
    signal.throwIfAborted()
    return limit.passed() ? { kind: 'timeout', seconds: timeoutMs / 1000 } : reply
  }
}

async function readReply(
  status: number,
  contentType: string,
  body: Readable,
  signal: AbortSignal,
  maxBytes: number,
): Promise<Reply> {
  const xml = /^\s*(text|application)\/xml\s*(;|$)/i.test(contentType)
  if (status === 405 || !xml) {
    body.destroy()
    if (status === 200) return unreadable('it is no XML but another type of content')
    return replyToStatus(status)
  }
  const decoded = await readBody(body, charsetOf(contentType), signal, maxBytes)
  if (status === 200 || decoded.kind === 'fault') return decoded
  return replyToStatus(status)
}

function replyToStatus(status: number): Reply {
  if (status === 405) return { kind: 'maintenance' }
  if (status === 403) return { kind: 'forbidden' }
  if (status === 407) {
    return {
      kind: 'stop',
      code: 'lrs-proxy-refused',
      detail:
        'The proxy on the way to LRS asks for a user and password, or refused those in HTTPS_PROXY.',
    }
  }
  return { kind: 'http', status }
}

async function readBody(
  body: Readable,
  charset: string,
  signal: AbortSignal,
  maxBytes: number,
): Promise<Reply> {
  const text = textDecoder(charset)
  if (text === null) return unreadable('it is in an encoding that is not known')
  const decoder = createDecoder()
  const stop = () => body.destroy(new Error('stopped'))
  signal.addEventListener('abort', stop, { once: true })
  let bytes = 0
  try {
    for await (const chunk of body) {
      if (!(chunk instanceof Uint8Array)) return unreadable('it is no stream of bytes')
      bytes += chunk.length
      if (bytes > maxBytes) return unreadable('it is larger than any answer may be')
      if (!decoder.write(text.decode(chunk, { stream: true }))) break
    }
    decoder.write(text.decode())
    const decoded = decoder.end()
    return decoded.kind === 'unreadable' ? unreadable(decoded.reason) : decoded
  } catch (error) {
    return codeOf(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA'
      ? unreadable('it is not encoded as it says')
      : unreadable('the connection was cut in the middle of it', true)
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

function textDecoder(charset: string): TextDecoder | null {
  try {
    return new TextDecoder(charset, { fatal: true })
  } catch {
    return null
  }
}

function charsetOf(contentType: string): string {
  return /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1] ?? 'utf-8'
}

function unreadable(reason: string, brokeOff = false): Reply {
  return { kind: 'unreadable', reason, brokeOff }
}
