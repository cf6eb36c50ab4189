import type { ServerResponse } from 'node:http'
import type { FaultName } from './faults/names.ts'
import { envelope } from './answer/xml.ts'

/** Faults that lie below what LRS decides; each takes the whole answer over. */
type Wire = (response: ServerResponse, goodXml: string) => number | null

const html = '<!DOCTYPE html><html><head><title>Error</title></head><body>Error</body></html>'

/** Sends a body with its length; returns the status, for the log. */
export function send(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  type = 'text/xml; charset=utf-8',
): number {
  const bytes = Buffer.from(body)
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': bytes.length })
  response.end(bytes)
  return status
}

const page =
  (status: number): Wire =>
  (response) =>
    send(response, status, html, 'text/html')

const xmlPage =
  (body: (good: string) => string | Buffer): Wire =>
  (response, good) =>
    send(response, 200, body(good))

function drip(response: ServerResponse, xml: string): number {
  response.writeHead(200, { 'Content-Type': 'text/xml; charset=utf-8' })
  let place = 0
  const timer = setInterval(() => {
    response.write(xml[place] ?? ' ')
    place += 1
  }, 1000)
  response.on('close', () => {
    clearInterval(timer)
  })
  return 200
}

function cut(response: ServerResponse, xml: string): number {
  response.writeHead(200, {
    'Content-Type': 'text/xml; charset=utf-8',
    'Content-Length': Buffer.byteLength(xml),
  })
  response.write(xml.slice(0, xml.length / 2), () => {
    response.socket?.destroy()
  })
  return 200
}

function flood(response: ServerResponse, xml: string): number {
  const [start = '', end = ''] = xml.split('<a:LearnerRecord')
  const filler = `<a:Filler>${'x'.repeat(1_000_000)}</a:Filler>`
  response.writeHead(200, { 'Content-Type': 'text/xml; charset=utf-8' })
  response.write(start)
  let pieces = 0
  const more = () => {
    while (pieces < 50 && !response.destroyed) {
      pieces += 1
      if (!response.write(filler)) {
        response.once('drain', more)
        return
      }
    }
    response.end(`<a:LearnerRecord${end}`)
  }
  more()
  return 200
}

const bomb = `<!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(10)}"><!ENTITY c "${'&b;'.repeat(10)}">]>`

/** The faults of the wire by name; a name that is not here is decided by LRS itself. */
export const wireFaults: Partial<Record<FaultName, Wire>> = {
  timeout: () => null,
  reset: (response) => {
    response.socket?.destroy()
    return null
  },
  cut,
  'slow-drip': drip,
  unavailable: page(503),
  forbidden: page(403),
  'wrong-type': page(200),
  'bad-gateway': (response) => send(response, 502, '', 'text/plain'),
  redirect: (response) => {
    response.writeHead(302, { Location: '/elsewhere' }).end()
    return 302
  },
  truncated: xmlPage((good) => good.slice(0, good.length * 0.7)),
  oversized: flood,
  entities: xmlPage((good) => bomb + good.replace('<a:FoundULN>', '<a:FoundULN>&c;')),
  deep: xmlPage(() => envelope('<x>'.repeat(100_000) + '</x>'.repeat(100_000))),
  'not-soap': xmlPage(() => '<answer><ResponseCode>WSRC0004</ResponseCode></answer>'),
  'bad-encoding': xmlPage((good) =>
    Buffer.concat([Buffer.from(good.slice(0, 300)), Buffer.of(0xff, 0xfe, 0xc3)]),
  ),
  'other-uln': xmlPage((good) => good.replace(/(<a:IncomingULN>)\d+/, '$19999999998')),
}
