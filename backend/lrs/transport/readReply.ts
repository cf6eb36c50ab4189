import { createDecoder } from '../response/decode.ts'
import type { Reply } from './reply.ts'

/** What an HTTP answer says, from its status, its content type and its body. */
export function readReply(status: number, contentType: string, body: Uint8Array): Reply {
  const isXml = /^\s*(text|application)\/xml\s*(;|$)/i.test(contentType)
  if (status === 405) return { kind: 'maintenance' }
  if (!isXml) {
    return status === 200
      ? unreadable('it is no XML but another type of content')
      : replyToStatus(status)
  }
  const reply = decodeBody(body, charsetOf(contentType))
  return status === 200 || reply.kind === 'fault' ? reply : replyToStatus(status)
}

function replyToStatus(status: number): Reply {
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

/** In pieces, so that the rest of a hostile answer is not even looked at. */
const pieceLength = 65_536

function decodeBody(body: Uint8Array, charset: string): Reply {
  const text = textOf(body, charset)
  if (text === null) return unreadable('it is not encoded as it says')
  const decoder = createDecoder()
  for (let at = 0; at < text.length; at += pieceLength) {
    if (!decoder.write(text.slice(at, at + pieceLength))) break
  }
  const decoded = decoder.end()
  return decoded.kind === 'unreadable' ? unreadable(decoded.reason) : decoded
}

/** The text, or null when the bytes are not of that charset or the charset is not known. */
function textOf(body: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(body)
  } catch {
    return null
  }
}

function charsetOf(contentType: string): string {
  return /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1] ?? 'utf-8'
}

function unreadable(reason: string): Reply {
  return { kind: 'unreadable', reason, brokeOff: false }
}
