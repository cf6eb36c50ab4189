import { createServer } from 'node:http'
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals'
import { exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose'
import { createIssuer, IssuerUnavailable } from './issuer.ts'

const { publicKey, privateKey } = await generateKeyPair('ES256')
const right = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256' }] }
const token = await new SignJWT({})
  .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
  .setExpirationTime('1h')
  .sign(privateKey)

const says = { keys: 200, document: 200, set: JSON.stringify(right) }
const asked = { document: 0, keys: 0 }
const server = createServer((request, response) => {
  const what = request.url === '/keys' ? 'keys' : 'document'
  asked[what] += 1
  response.writeHead(says[what], { 'Content-Type': 'application/json' })
  response.end(
    what === 'keys' ? says.set : JSON.stringify({ issuer: address, jwks_uri: `${address}/keys` }),
  )
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const listening = server.address()
if (typeof listening !== 'object') throw new Error('The issuer does not listen')
const address = `http://127.0.0.1:${listening?.port}`
afterAll(() => new Promise((resolve) => server.close(resolve)))

beforeEach(() => {
  Object.assign(says, { keys: 200, document: 200, set: JSON.stringify(right) })
  Object.assign(asked, { document: 0, keys: 0 })
})

const minuteMs = 60_000

function issuer() {
  let time = Date.now()
  const { keys, check } = createIssuer(address, { proxy: null, noProxy: null }, () => time)
  return {
    check,
    verify: () => jwtVerify(token, keys),
    later: (ms: number) => {
      time += ms
    },
  }
}

describe('the keys of the issuer', () => {
  it('are asked for once, however many ask at the same moment', async () => {
    const { verify } = issuer()
    await Promise.all([verify(), verify(), verify()])
    await verify()
    expect(asked).toEqual({ document: 1, keys: 1 })
  })

  it.each(['document', 'keys'] as const)(
    'hold while the issuer does not give its %s, which is asked for again in half a minute and not at every call',
    async (what) => {
      const { verify, later } = issuer()
      await verify()
      says[what] = 500
      later(11 * minuteMs)
      await verify()
      await verify()
      expect(asked.document).toBe(2)
      later(minuteMs / 2)
      await verify()
      expect(asked.document).toBe(3)
      says[what] = 200
      later(minuteMs / 2)
      await verify()
      await verify()
      expect(asked.document).toBe(4)
    },
  )

  it('are followed when they change', async () => {
    const { verify, later } = issuer()
    await verify()
    says.set = '{"keys": []}'
    await verify()
    later(11 * minuteMs)
    await expect(verify()).rejects.toThrow('no applicable key found')
  })

  it.each(['{"keys": 1}', 'a page that asks people to sign in'])(
    'cannot be had where %s stands in their place, which is not the token’s fault',
    async (set) => {
      says.set = set
      const { verify, check } = issuer()
      await expect(verify()).rejects.toThrow(IssuerUnavailable)
      await expect(check()).resolves.toBeUndefined()
    },
  )

  it('cannot be had before the issuer has answered once', async () => {
    says.document = 503
    const { verify, check } = issuer()
    await expect(verify()).rejects.toThrow(IssuerUnavailable)
    await expect(check()).rejects.toThrow(IssuerUnavailable)
    says.document = 200
    await expect(verify()).resolves.toBeDefined()
  })
})
