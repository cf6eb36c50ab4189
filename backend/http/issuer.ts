import { Agent } from 'node:https'
import axios from 'axios'
import { HttpsProxyAgent } from 'https-proxy-agent'
import { createRemoteJWKSet, customFetch } from 'jose'
import type { JWTVerifyGetKey } from 'jose'
import { z } from 'zod'

/** The identity provider's keys, found by OpenID discovery. */
export interface Issuer {
  readonly keys: JWTVerifyGetKey
  /** Throws when the issuer does not answer its discovery document. */
  check(): Promise<void>
}

/** The issuer could not be asked for its keys: nobody's token can be judged. */
export class IssuerUnavailable extends Error {
  override readonly name = 'IssuerUnavailable'
}

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url() })
const timeout = 10_000
/** Discovery is read again after this long, so that a moved key address is followed. */
const freshForMs = 10 * 60_000

/** Finds and keeps the issuer's keys. `proxy` is HTTPS_PROXY: Node's own fetch would ignore it. */
export function createIssuer(address: string, proxy: string | undefined): Issuer {
  const agent = proxy
    ? new HttpsProxyAgent(proxy, { keepAlive: true })
    : new Agent({ keepAlive: true })
  const get = async (url: string): Promise<unknown> => {
    try {
      const answer = await axios.get<unknown>(url, { httpsAgent: agent, proxy: false, timeout })
      return answer.data
    } catch (cause) {
      throw new IssuerUnavailable(`The identity provider at ${address} does not answer`, { cause })
    }
  }
  const jsonFetch = async (url: string): Promise<Response> =>
    new Response(JSON.stringify(await get(url)), { status: 200 })

  let known: { keys: JWTVerifyGetKey; at: number } | undefined
  const discover = async (): Promise<JWTVerifyGetKey> => {
    if (known && Date.now() - known.at < freshForMs) return known.keys
    const url = `${address.replace(/\/$/, '')}/.well-known/openid-configuration`
    const found = discovery.safeParse(await get(url))
    if (!found.success) {
      throw new IssuerUnavailable(`${url} answers something else than a discovery document`)
    }
    const keys = createRemoteJWKSet(new URL(found.data.jwks_uri), { [customFetch]: jsonFetch })
    known = { keys, at: Date.now() }
    return keys
  }

  return {
    keys: async (header, token) => (await discover())(header, token),
    async check() {
      known = undefined
      await discover()
    },
  }
}
