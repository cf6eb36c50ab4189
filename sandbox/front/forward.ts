import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { Agent, request as ask } from 'node:http'

/** Headers between two neighbours, which a proxy does not pass on (RFC 9110, 7.6.1). */
const ofTheHop = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade'])

function passed(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ofTheHop.has(name)))
}

export interface Forward {
  (request: IncomingMessage, response: ServerResponse): void
  close(): void
}

/**
 * Passes requests on to a server on this machine, bodies and streams as they come. When either side
 * goes away the other is told at once; nothing is buffered beyond the sockets.
 */
export function createForward(target: { readonly port: number; readonly host: string }): Forward {
  const agent = new Agent({ keepAlive: true })
  const forward = (request: IncomingMessage, response: ServerResponse): void => {
    const upstream = ask({
      ...target,
      agent,
      method: request.method,
      path: request.url,
      headers: {
        ...passed(request.headers),
        'x-forwarded-for': request.socket.remoteAddress,
        'x-forwarded-host': request.headers.host,
        'x-forwarded-proto': 'https',
      },
    })
    upstream.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, passed(answer.headers))
      response.flushHeaders()
      answer.pipe(response)
      answer.on('error', () => response.destroy())
    })
    upstream.on('error', () => {
      if (response.headersSent) response.destroy()
      else {
        response.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' })
        response.end('The backend does not answer. Its log says why: .sandbox/backend.log')
      }
    })
    response.on('close', () => {
      upstream.destroy()
      // What the backend would not take any more is read all the same: its sender then sees the answer.
      request.resume()
    })
    request.pipe(upstream)
  }
  return Object.assign(forward, { close: () => agent.destroy() })
}
