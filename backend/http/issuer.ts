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
const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) })
const timeout = 10_000
/** Discovery is read again after this long, so that a moved key address is followed. */
const freshForMs = 10 * 60_000
/** While the issuer does not answer, the known keys are used for so long before it is asked again. */
const retryAfterMs = 30_000

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

async function keySetAt(url: string, get: Get): Promise<z.infer<typeof keySet>> {
  const found = keySet.safeParse(await get(url))
  if (found.success) return found.data
  throw new IssuerUnavailable(`${url} answers something else than a set of keys`)
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
  const { keys } = await keySetAt(jwks_uri, get)
  return { issuer, keys: keys.length }
}

/** Finds and keeps the issuer's keys. */
export function createIssuer(address: string, proxy: ProxyRule, now = Date.now): Issuer {
  const get = createGet(address, proxy)
  const keySetFetch = async (url: string): Promise<Response> =>
    Response.json(await keySetAt(url, get))
  const read = async (): Promise<JWTVerifyGetKey> => {
    const { jwks_uri } = await discover(address, get)
    const keys = createRemoteJWKSet(new URL(jwks_uri), {
      [customFetch]: keySetFetch,
      // Replaced as a whole after a while; until the issuer answers again the known keys hold.
      cacheMaxAge: Infinity,
    })
    await keys.reload()
    return keys
  }

  let known: { readonly keys: JWTVerifyGetKey; readonly freshUntil: number } | undefined
  let reading: Promise<JWTVerifyGetKey> | undefined
  const readAgain = async (): Promise<JWTVerifyGetKey> => {
    try {
      const keys = await read()
      known = { keys, freshUntil: now() + freshForMs }
      return keys
    } catch (error) {
      if (!known) throw error
      known = { ...known, freshUntil: now() + retryAfterMs }
      return known.keys
    } finally {
      reading = undefined
    }
  }
  const currentKeys = async (): Promise<JWTVerifyGetKey> => {
    if (known && now() < known.freshUntil) return known.keys
    // One reading for all who ask meanwhile.
    reading ??= readAgain()
    return reading
  }

  return {
    keys: async (header, token) => (await currentKeys())(header, token),
    async check() {
      await discover(address, get)
    },
  }
}
