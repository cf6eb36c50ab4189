import { Agent } from 'node:https'
import axios from 'axios'
import { HttpsProxyAgent } from 'https-proxy-agent'
import { createRemoteJWKSet, customFetch } from 'jose'
import type { JWTVerifyGetKey } from 'jose'
import { z } from 'zod'
import { proxyFor } from '../network/proxyFor.ts'
import type { ProxyRule } from '../network/proxyFor.ts'

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

const document = z.object({ issuer: z.string(), jwks_uri: z.url() })
const keySet = z.object({ keys: z.array(z.object({ kty: z.string() })) })
const timeout = 10_000
/** Discovery is read again after this long, so that a moved key address is followed. */
const freshForMs = 10 * 60_000

type Get = (url: string) => Promise<unknown>

/** Reads JSON, through the proxy where the rule says so: Node's own fetch would ignore it. */
function createGet(address: string, rule: ProxyRule): Get {
  const straight = new Agent({ keepAlive: true })
  const tunnel = rule.proxy ? new HttpsProxyAgent(rule.proxy, { keepAlive: true }) : straight
  return async (url) => {
    try {
      const agent = proxyFor(new URL(url), rule) === null ? straight : tunnel
      const answer = await axios.get<unknown>(url, { httpsAgent: agent, proxy: false, timeout })
      return answer.data
    } catch (cause) {
      throw new IssuerUnavailable(`The identity provider at ${address} does not answer`, { cause })
    }
  }
}

async function discover(address: string, get: Get): Promise<z.infer<typeof document>> {
  const url = `${address.replace(/\/$/, '')}/.well-known/openid-configuration`
  const found = document.safeParse(await get(url))
  if (found.success) return found.data
  throw new IssuerUnavailable(`${url} answers something else than a discovery document`)
}

/**
 * What the identity provider says of itself: its own name, which tokens bear, and how many keys.
 * @throws IssuerUnavailable
 */
export async function lookAtIssuer(
  address: string,
  proxy: ProxyRule,
): Promise<{ readonly issuer: string; readonly keys: number }> {
  const get = createGet(address, proxy)
  const { issuer, jwks_uri } = await discover(address, get)
  const keys = keySet.safeParse(await get(jwks_uri))
  if (keys.success) return { issuer, keys: keys.data.keys.length }
  throw new IssuerUnavailable(`${jwks_uri} answers something else than a set of keys`)
}

/** Finds and keeps the issuer's keys. */
export function createIssuer(address: string, proxy: ProxyRule): Issuer {
  const get = createGet(address, proxy)
  const jsonFetch = async (url: string): Promise<Response> =>
    new Response(JSON.stringify(await get(url)), { status: 200 })

  let known: { keys: JWTVerifyGetKey; at: number } | undefined
  const readAgain = async (): Promise<JWTVerifyGetKey> => {
    const { jwks_uri } = await discover(address, get)
    const keys = createRemoteJWKSet(new URL(jwks_uri), {
      [customFetch]: jsonFetch,
      // Replaced as a whole after a while; until the issuer answers again the known keys hold.
      cacheMaxAge: Infinity,
    })
    known = { keys, at: Date.now() }
    return keys
  }
  const currentKeys = async (): Promise<JWTVerifyGetKey> => {
    if (!known) return readAgain()
    const { keys, at } = known
    return Date.now() - at < freshForMs ? keys : readAgain().catch(() => keys)
  }

  return {
    keys: async (header, token) => (await currentKeys())(header, token),
    async check() {
      await discover(address, get)
    },
  }
}
