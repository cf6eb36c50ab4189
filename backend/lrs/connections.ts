import type { Agent } from 'node:http'
import { stateOf, type CertificateState } from './certificate/state.ts'
import { keepCertificate } from './certificate/keeper.ts'
import type { Credentials } from './certificate/read.ts'
import type { LrsOptions } from './options.ts'
import { createAgent } from './transport/agent.ts'
import { proxyFor } from '../network/proxyFor.ts'
import type { Reply } from './transport/reply.ts'

/** The open connections to LRS, made with the client certificate as it is at the moment. */
export interface Connections {
  /** Runs a call on the current connections, or says why there can be none. */
  use(call: (agent: Agent) => Promise<Reply>): Promise<Reply>
  /** Notices a certificate that has been replaced; to be asked before calls are let through. */
  look(): void
  certificate(): CertificateState
  close(): void
}

interface Held {
  readonly credentials: Extract<Credentials, { kind: 'usable' }>
  readonly agent: Agent
  inUse: number
}

type Wish = Pick<LrsOptions, 'url' | 'certificate' | 'ca' | 'proxy' | 'batchSize'>

/** `onReplaced` is told when another certificate is used from now on. */
export function createConnections(
  wish: Wish,
  now: () => Date,
  onReplaced: () => void,
): Connections {
  const url = new URL(wish.url)
  const keeper = keepCertificate(wish.certificate, wish.ca, now)
  let held: Held | null = null

  /** Connections made with a certificate that has been replaced end when their last call has. */
  const letGo = (old: Held) => {
    if (old.inUse === 0 && old !== held) old.agent.destroy()
  }

  const hold = (credentials: Held['credentials']): Held => {
    if (held?.credentials === credentials) return held
    const old = held
    const agent = createAgent({
      url,
      proxy: proxyFor(url, wish.proxy),
      secureContext: credentials.secureContext,
      maxSockets: wish.batchSize,
    })
    held = { credentials, agent, inUse: 0 }
    if (old !== null) {
      letGo(old)
      onReplaced()
    }
    return held
  }

  return {
    async use(call) {
      const credentials = keeper.current()
      if (credentials.kind === 'unusable') {
        return { kind: 'stop', code: 'lrs-certificate-unreadable', detail: credentials.reason }
      }
      if (credentials.expires <= now()) return expired(credentials.expires)
      const mine = hold(credentials)
      mine.inUse += 1
      try {
        return await call(mine.agent)
      } finally {
        mine.inUse -= 1
        letGo(mine)
      }
    },
    look() {
      const credentials = keeper.current()
      if (credentials.kind === 'usable' && held !== null) hold(credentials)
    },
    certificate() {
      const credentials = keeper.current()
      return credentials.kind === 'usable'
        ? stateOf(credentials.expires, now())
        : { kind: 'unreadable', reason: credentials.reason }
    },
    close() {
      held?.agent.destroy()
      held = null
    },
  }
}

function expired(expires: Date): Reply {
  return {
    kind: 'stop',
    code: 'lrs-certificate-expired',
    detail:
      `The college’s LRS client certificate expired on ${expires.toISOString().slice(0, 10)}. ` +
      'Ask LRS for a new one and replace the file; no restart is needed.',
  }
}
