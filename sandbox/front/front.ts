import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import Fastify from 'fastify'
import { closing } from '../closing.ts'
import type { Forward } from './forward.ts'
import { createForward } from './forward.ts'
import { addPreview } from './preview.ts'
import type { PreviewOptions } from './preview.ts'

export interface Front {
  /** `https://localhost:PORT` */
  readonly address: string
  /** Shows the preview and passes everything else to the backend; until then it answers 503. */
  open(options: Omit<PreviewOptions, 'address'>, backend: { readonly port: number }): Promise<void>
  stop(): Promise<void>
}

/** The port is in somebody else's hands. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken'
  constructor(port: number) {
    super(
      `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`,
    )
  }
}

const host = '127.0.0.1'
const isPreview = (url: string): boolean => /^\/preview(?:[/?]|$)/.test(url)

function starting(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '2' })
  response.end('The sandbox is starting.')
}

/**
 * Takes the port, so that the rest can be told the address; `open` then lets people in.
 * @param port 0 for a free one
 * @param tls certificate chain and key, PEM, for `localhost`
 * @throws PortTaken
 */
export async function takePort(
  port: number,
  tls: { readonly certificate: string; readonly key: string },
): Promise<Front> {
  let answer: RequestListener = starting
  let forward: Forward | null = null
  const app = Fastify({
    forceCloseConnections: true,
    serverFactory: (handle) => {
      const server = createServer({ cert: tls.certificate, key: tls.key })
      server.on('request', (request, response) => {
        if (forward !== null && isPreview(request.url ?? '')) handle(request, response)
        else answer(request, response)
      })
      return server
    },
  })

  const close = closing(app.server)
  const taken = await new Promise<number>((resolve, reject) => {
    app.server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTaken(port) : error),
    )
    app.server.listen(port, host, () => {
      const bound = app.server.address()
      if (bound === null || typeof bound === 'string') reject(new Error('The front has no port.'))
      else resolve(bound.port)
    })
  })
  const address = `https://localhost:${taken}`

  return {
    address,
    async open(options, backend) {
      addPreview(app, { ...options, address })
      await app.ready()
      forward = createForward({ ...backend, host })
      answer = forward
    },
    async stop() {
      forward?.close()
      await close()
      await app.close()
    },
  }
}
