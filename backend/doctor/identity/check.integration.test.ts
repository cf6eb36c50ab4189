import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from '@jest/globals'
import { checkIdentity } from './check.ts'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

/** An identity provider that calls itself `name` (or by its address) and has these keys. */
async function provider(keys: readonly object[], name?: string): Promise<string> {
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo
    const address = `http://127.0.0.1:${port}`
    const document = { issuer: name ?? address, jwks_uri: `${address}/keys` }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(request.url === '/keys' ? { keys } : document))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const levels = async (AUTH_ISSUER: string) =>
  (await checkIdentity({ AUTH_ISSUER })).map(({ level }) => level)

it('accepts one that calls itself what AUTH_ISSUER says and has keys', async () => {
  expect(await levels(await provider([{ kty: 'RSA' }]))).toEqual(['ok', 'ok'])
})

it('refuses another name, which every token would bear, and says which', async () => {
  const findings = await checkIdentity({
    AUTH_ISSUER: await provider([], 'https://login.example/v2.0'),
  })
  expect(findings).toMatchObject([
    { level: 'problem', action: 'Set AUTH_ISSUER=https://login.example/v2.0' },
    { level: 'problem', what: 'It publishes no key' },
  ])
})

it('says when it does not answer', async () => {
  expect(await levels('http://127.0.0.1:9')).toEqual(['problem'])
})
