import type { Agent as HttpAgent, ClientRequest } from 'node:http'
import { Agent } from 'node:https'
import type { Socket } from 'node:net'
import type { ConnectionOptions } from 'node:tls'
import { HttpsProxyAgent } from 'https-proxy-agent'
import type { LrsContext } from '../certificate/trust.ts'

type ConnectOptions = Parameters<HttpsProxyAgent<string>['connect']>[1]

export interface AgentWish {
  readonly url: URL
  readonly proxy: string | null
  /** Client certificate and trusted authorities. */
  readonly secureContext: LrsContext
  readonly maxSockets: number
}

/** An agent that keeps its connections, and its tunnels when there is a proxy, open between calls. */
export function createAgent(wish: AgentWish): HttpAgent {
  const { secureContext, maxSockets } = wish
  return wish.proxy === null
    ? new Agent({
        keepAlive: true,
        maxSockets,
        secureContext,
        checkServerIdentity: secureContext.checkServer,
      })
    : new TunnelAgent(wish.proxy, wish)
}

/**
 * https-proxy-agent does not hand an agent's TLS options on to the connection inside the tunnel,
 * and leaves out the host when it is an address: both are given back here. The certificate is for
 * the far end alone, never for the proxy.
 */
class TunnelAgent extends HttpsProxyAgent<string> {
  private readonly inner: Pick<ConnectionOptions, 'secureContext' | 'checkServerIdentity'>

  constructor(proxy: string, { url, secureContext, maxSockets }: AgentWish) {
    super(proxy, { keepAlive: true, maxSockets })
    const host = url.hostname.replace(/^\[|\]$/g, '')
    this.inner = {
      secureContext,
      checkServerIdentity: (_, certificate) => secureContext.checkServer(host, certificate),
    }
  }

  override connect(request: ClientRequest, options: ConnectOptions): Promise<Socket> {
    return super.connect(request, { ...options, ...this.inner })
  }
}
