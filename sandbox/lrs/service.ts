import type { IncomingMessage, ServerResponse } from 'node:http'
import { TLSSocket } from 'node:tls'
import { decide, type Decision, type Register } from './answer/decide.ts'
import { write } from './answer/write.ts'
import { bareFault, miapFault } from './answer/xml.ts'
import type { CallLog } from './calls.ts'
import type { Chosen } from './faults/switches.ts'
import { readRequest, type Read } from './request/read.ts'
import { send, wireFaults } from './wire.ts'

export interface ServiceParts {
  readonly register: Register
  readonly log: CallLog
  delayMs(): number
  choose(uln: string | null): Chosen
  onRequest?(xml: string): void
}

const path = '/LearnerServiceR9.svc'
const action = 'http://tempuri.org/ILearnerServiceR9/GetLearnerLearningEvents'

/** Answers one HTTP request as LRS would. */
export function createService(parts: ServiceParts) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const end = parts.log.begin()
    const refused = refuseOutright(request, response)
    if (refused !== null) {
      request.resume()
      end({ uln: null, userName: null, outcome: refused, status: response.statusCode })
      return
    }
    const xml = await bodyOf(request)
    parts.onRequest?.(xml)
    const read = readRequest(xml)
    const uln = ulnOf(read)
    const userName = read.kind === 'asked' ? read.asked.userName : null
    const chosen = parts.choose(uln)
    await answerAfter(parts.delayMs(), response)
    if (response.destroyed) {
      end({ uln, userName, outcome: 'client went away', status: null })
      return
    }
    const { outcome, status } = answer(response, read, chosen, parts.register)
    if (status === null) response.once('close', () => end({ uln, userName, outcome, status }))
    else end({ uln, userName, outcome, status })
  }
}

function answer(
  response: ServerResponse,
  read: Read,
  { fault, shapes }: Chosen,
  register: Register,
): { outcome: string; status: number | null } {
  const now = new Date()
  if (fault === 'maintenance') {
    const xml = miapFault('WSEC0001', 'UnsupportedHttpVerb', now)
    return { outcome: fault, status: send(response, 405, xml) }
  }
  const decision = decide(read, register, fault)
  const written = write(decision, shapes, ulnOf(read) ?? '', now)
  const wire = fault === null ? undefined : wireFaults[fault]
  if (fault !== null && wire !== undefined) {
    return { outcome: fault, status: wire(response, written.xml) }
  }
  return { outcome: nameOf(decision), status: send(response, written.status, written.xml) }
}

/** What LRS says before it reads a body; null when it reads on. */
function refuseOutright(request: IncomingMessage, response: ServerResponse): string | null {
  const socket = request.socket
  if (!(socket instanceof TLSSocket) || !socket.authorized) {
    send(
      response,
      403,
      '<html><body>403.7 - Client certificate required</body></html>',
      'text/html',
    )
    return 'no trusted client certificate'
  }
  if (request.url?.split('?')[0] !== path) {
    send(response, 404, '<html><body>404 - Not found</body></html>', 'text/html')
    return 'unknown address'
  }
  if (request.method !== 'POST') {
    send(response, 405, miapFault('WSEC0001', 'UnsupportedHttpVerb', new Date()))
    return 'not POST'
  }
  if (!/^text\/xml\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    send(response, 415, '', 'text/plain')
    return 'content type'
  }
  const asked = String(request.headers['soapaction'] ?? '').replace(/^"(.*)"$/, '$1')
  if (asked !== action) {
    send(response, 500, bareFault('ActionNotSupported'))
    return 'ActionNotSupported'
  }
  return null
}

function ulnOf(read: Read): string | null {
  if (read.kind === 'asked') return read.asked.uln
  return read.kind === 'invalid' ? read.uln : null
}

function nameOf(decision: Decision): string {
  return decision.kind === 'bare-fault' ? decision.fault : decision.code
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) if (chunk instanceof Buffer) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

/** Resolves after the delay, or at once when the client goes away. */
function answerAfter(ms: number, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    response.once('close', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
