import type { Agent } from 'node:http'
import axios from 'axios'
import type { Exchange } from '../options.ts'
import { soapAction } from '../request/envelope.ts'
import { deadline } from './deadline.ts'
import { replyToError } from './faults.ts'
import { readReply } from './readReply.ts'
import type { Reply } from './reply.ts'

/** Sends one request and reads what comes back; rejects only when `signal` is aborted. */
export type Send = (xml: string, agent: Agent, signal: AbortSignal) => Promise<Reply>

export interface TransportSettings {
  /** From connecting to the last byte. */
  readonly timeoutMs: number
  readonly maxAnswerBytes: number
  readonly onExchange?: ((exchange: Exchange) => void) | undefined
}

const headers = {
  'Content-Type': 'text/xml; charset=utf-8',
  Accept: 'text/xml, application/xml',
  SOAPAction: `"${soapAction}"`,
  'User-Agent': 'ebs-plr-attainments',
}

/** How requests reach `url`. Redirects are not followed: a POST replayed as GET is LRS's 405. */
export function createTransport(url: string, settings: TransportSettings): Send {
  const { timeoutMs, maxAnswerBytes, onExchange } = settings
  const http = axios.create({
    headers,
    proxy: false,
    maxRedirects: 0,
    maxContentLength: maxAnswerBytes,
    responseType: 'arraybuffer',
    transformRequest: [],
    transformResponse: [],
    validateStatus: null,
  })

  const exchange = async (xml: string, httpsAgent: Agent, signal: AbortSignal): Promise<Reply> => {
    try {
      const { status, headers, data } = await http.post<Uint8Array>(url, xml, {
        httpsAgent,
        signal,
      })
      onExchange?.({ request: xml, answer: { status, body: data } })
      return readReply(status, String(headers['content-type'] ?? ''), data)
    } catch (error) {
      onExchange?.({ request: xml, answer: null })
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
