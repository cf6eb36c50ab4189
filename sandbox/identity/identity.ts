import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { closing } from '../closing.ts'
import { accountNamed } from './accounts.ts'
import { createCodeFlow } from './codeFlow.ts'
import { createProvider } from './provider.ts'
import { createSignIn } from './signIn.ts'

export interface IdentityOptions {
  /** A free one when left out. */
  readonly port?: number
  /** Certificate and key for `localhost`, and the authority that signed it (all PEM). */
  readonly tls: { readonly certificate: string; readonly key: string; readonly authority: string }
  readonly clientId: string
  readonly audience: string
  readonly scope: string
  /** Where the client may be sent back to; their origins may call the token endpoint. */
  readonly redirectUris: readonly [string, ...string[]]
  /** How long an access token is good; an hour when left out. */
  readonly tokenSeconds?: number
}

export interface Identity {
  readonly issuer: string
  /** A real access token of this account, fetched through the code flow as a browser would. */
  token(account: string): Promise<string>
  close(): Promise<void>
}

/** Starts the sandbox's sign-in service over HTTPS on this machine. */
export async function startIdentity(options: IdentityOptions): Promise<Identity> {
  const { tls, clientId, scope, redirectUris } = options
  const server = createServer({ cert: tls.certificate + tls.authority, key: tls.key })
  const close = closing(server)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const issuer = `https://localhost:${portOf(server.address())}`
  const provider = createProvider({ tokenSeconds: 3600, ...options, issuer })
  const handle = provider.callback()
  const signIn = createSignIn(provider, [
    ...new Set(redirectUris.map((address) => new URL(address).origin)),
  ])
  server.on('request', (request, response) => {
    signIn(request, response).then(
      (taken) => (taken ? undefined : handle(request, response)),
      (error: unknown) => response.destroy(error instanceof Error ? error : undefined),
    )
  })
  const codeFlow = createCodeFlow({
    issuer,
    clientId,
    scope,
    redirectUri: redirectUris[0],
    authority: tls.authority,
  })
  return {
    issuer,
    token(name) {
      const account = accountNamed(name)
      if (account === null) throw new Error(`The sandbox has no account "${name}".`)
      return codeFlow(account)
    },
    close,
  }
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return address.port
}
