import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createApi } from '../client.ts'
import type { Api, ApiOptions } from '../client.ts'
import { createHastyClock } from './fakeClock.ts'

/** A request as the backend saw it. */
export interface Seen {
  readonly path: string
  readonly method: string
  readonly headers: IncomingMessage['headers']
  readonly body: unknown
}

export type Handler = (seen: Seen, response: ServerResponse) => void | Promise<void>

export interface Backend {
  readonly seen: Seen[]
  readonly api: Api
  close(): Promise<void>
}

/** A backend on a port of its own that answers as the test says, and a client that speaks to it. */
export async function startBackend(
  handler: Handler,
  options: Partial<ApiOptions> = {},
): Promise<Backend> {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    let text = ''
    request.setEncoding('utf8')
    request.on('data', (piece: string) => {
      text += piece
    })
    request.on('end', () => {
      const one: Seen = {
        path: request.url ?? '',
        method: request.method ?? '',
        headers: request.headers,
        body: text === '' ? null : JSON.parse(text),
      }
      seen.push(one)
      void handler(one, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  let ids = 0
  const api = createApi({
    baseUrl: `http://127.0.0.1:${String(port)}`,
    tokens: { current: () => Promise.resolve('good'), renew: () => Promise.resolve('newer') },
    clock: createHastyClock(),
    fetch,
    newId: () => `id-${String((ids += 1))}`,
    ...options,
  })
  return {
    seen,
    api,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => {
          resolve()
        })
      }),
  }
}

/** Sends a JSON answer. */
export function json(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}

/** A problem document as the backend writes it. */
export function problemOf(status: number, code: string, detail = 'It did not work.') {
  return { type: 'about:blank', title: code, status, detail, code }
}

/** Begins an NDJSON answer. */
export function stream(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'application/x-ndjson' })
}

export const line = (frame: unknown) => `${JSON.stringify(frame)}\n`
