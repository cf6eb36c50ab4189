import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { CallCounts, CallRecord } from '../calls.ts'
import { faultWords, shapeWords } from '../faults/names.ts'
import { controlPage } from './page.ts'

/** What the control page shows and sets. */
export interface Controlled {
  readonly url: string
  calls(): readonly CallRecord[]
  counts(): CallCounts
  faults(): string
  setFaults(list: string): void
  delay(): number
  setDelay(ms: number): void
}

/**
 * Serves the control page at `/`, what it shows as JSON at `/state`, and takes `{faults?, delayMs?}`
 * as JSON at `POST /settings`. JSON only, so that no other page's form can flip a switch.
 */
export async function startControl(controlled: Controlled, port: number) {
  const server = createServer((request, response) => {
    route(controlled, request, response).catch((error: unknown) => {
      json(response, 400, { error: error instanceof Error ? error.message : 'Bad request' })
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  const at = typeof address === 'object' && address !== null ? address.port : port
  return {
    url: `http://127.0.0.1:${at}/`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

async function route(controlled: Controlled, request: IncomingMessage, response: ServerResponse) {
  const asked = `${request.method ?? ''} ${request.url ?? ''}`
  if (asked === 'GET /') {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(controlPage)
  } else if (asked === 'GET /state') {
    json(response, 200, stateOf(controlled))
  } else if (asked === 'POST /settings') {
    await change(controlled, request)
    json(response, 200, stateOf(controlled))
  } else {
    json(response, 404, { error: 'There is only /, /state and POST /settings here.' })
  }
}

async function change(controlled: Controlled, request: IncomingMessage) {
  if (!/^application\/json/.test(request.headers['content-type'] ?? '')) {
    throw new Error('Settings are sent as application/json.')
  }
  let text = ''
  for await (const chunk of request) text += String(chunk)
  const wish: unknown = JSON.parse(text)
  if (typeof wish !== 'object' || wish === null) throw new Error('Settings are a JSON object.')
  const faults: unknown = Reflect.get(wish, 'faults')
  const delayMs: unknown = Reflect.get(wish, 'delayMs')
  if (typeof faults === 'string') controlled.setFaults(faults)
  if (typeof delayMs === 'number' && delayMs >= 0) controlled.setDelay(delayMs)
}

function stateOf(controlled: Controlled) {
  return {
    url: controlled.url,
    faults: controlled.faults(),
    delayMs: controlled.delay(),
    counts: controlled.counts(),
    calls: controlled.calls().slice(-50).reverse(),
    words: { ...faultWords, ...shapeWords },
  }
}

function json(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(body))
}
