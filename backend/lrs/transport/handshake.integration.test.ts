import { createServer as createTlsServer } from 'node:https'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { makeAuthority } from '../../../sandbox/certificates/authority.ts'
import { authority, startPair } from '../../../tests/lrs/pair.ts'
import type { Pair } from '../../../tests/lrs/pair.ts'
import { readCredentials } from '../certificate/read.ts'
import { shakeHands } from './handshake.ts'

let pair: Pair
beforeAll(async () => {
  pair = await startPair({ people: [] })
})
afterAll(() => pair.close())

/** Shakes hands at `url` as a client of `issuer`, trusting the test authority. */
async function shake(url: string, issuer = authority, timeoutMs = 5000) {
  const path = join(pair.folder, 'shown.p12')
  await writeFile(path, issuer.client('someone').pkcs12('secret'))
  const files = { path, password: 'secret', keyPath: null }
  const credentials = readCredentials(files, [join(pair.folder, 'ca.pem')], new Date())
  if (credentials.kind === 'unusable') throw new Error(credentials.reason)
  const { secureContext } = credentials
  return shakeHands({ url, secureContext, proxy: { proxy: null, noProxy: null }, timeoutMs })
}

it('stands with a certificate that the server knows, and asks nothing', async () => {
  expect(await shake(pair.simulator.url)).toEqual({ kind: 'stood', protocol: 'TLSv1.3' })
  expect(pair.simulator.calls()).toEqual([])
})

it.each(['TLSv1.2', 'TLSv1.3'] as const)(
  'hears that a server of %s does not take the certificate, also after the handshake',
  async (maxVersion) => {
    const { certificate: cert, key } = authority.server(['127.0.0.1'])
    const strict = createTlsServer({
      ...{ cert, key, maxVersion, ca: authority.certificate },
      ...{ requestCert: true, rejectUnauthorized: true },
    })
    await new Promise<void>((resolve) => strict.listen(0, '127.0.0.1', resolve))
    const address = `https://127.0.0.1:${(strict.address() as AddressInfo).port}/`
    const others = makeAuthority('Another authority')
    expect(await shake(address)).toEqual({ kind: 'stood', protocol: maxVersion })
    expect(await shake(address, others)).toMatchObject({
      kind: 'no-answer',
      reason: 'the connection was cut',
    })
    await new Promise((resolve) => strict.close(resolve))
  },
)

it('says when nothing listens, and when what listens keeps silent', async () => {
  const silent = createServer((socket) => void socket.resume())
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const { port } = silent.address() as AddressInfo
  const address = `https://127.0.0.1:${port}/`
  expect(await shake(address, authority, 300)).toMatchObject({
    kind: 'no-answer',
    reason: 'the connection took too long',
  })
  await new Promise((resolve) => silent.close(resolve))
  expect(await shake(address)).toMatchObject({
    kind: 'no-answer',
    reason: 'the connection was refused',
  })
})
