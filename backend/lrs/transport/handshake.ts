import { request } from 'node:https'
import { proxyFor } from '../../network/proxyFor.ts'
import type { ProxyRule } from '../../network/proxyFor.ts'
import type { LrsContext } from '../certificate/trust.ts'
import { createAgent } from './agent.ts'
import { replyToError } from './faults.ts'
import type { Reply } from './reply.ts'

export interface HandshakeWish {
  readonly url: string
  readonly secureContext: LrsContext
  readonly proxy: ProxyRule
  readonly timeoutMs: number
}

/** The handshake stood, or how it failed. */
export type Handshake = { readonly kind: 'stood'; readonly protocol: string } | Reply

/** In TLS 1.3 the server judges our certificate after our part is done: so long we listen for it. */
const listenMs = 1_000

/**
 * Shakes hands with the server, showing the client certificate, and leaves: no request is sent, so
 * nobody is looked up.
 */
export async function shakeHands(wish: HandshakeWish): Promise<Handshake> {
  const url = new URL(wish.url)
  const agent = createAgent({
    url,
    proxy: proxyFor(url, wish.proxy),
    secureContext: wish.secureContext,
    maxSockets: 1,
  })
  // A request sends nothing before its first write or its end.
  const unsent = request(url, { agent })
  try {
    return await new Promise<Handshake>((resolve, reject) => {
      const late = setTimeout(
        () => reject(Object.assign(new Error('too slow'), { code: 'ETIMEDOUT' })),
        wish.timeoutMs,
      )
      unsent.once('error', reject)
      unsent.once('close', () => clearTimeout(late))
      unsent.once('socket', (socket) => {
        socket.once('secureConnect', () => {
          clearTimeout(late)
          const protocol: unknown = Reflect.get(socket, 'getProtocol')
          const name: unknown = typeof protocol === 'function' ? protocol.call(socket) : ''
          setTimeout(() => resolve({ kind: 'stood', protocol: String(name) }), listenMs)
        })
      })
    })
  } catch (error) {
    return replyToError(error)
  } finally {
    // What the server still says to a connection that is going has no one to hear it.
    unsent.on('error', () => undefined)
    unsent.destroy()
    agent.destroy()
  }
}
