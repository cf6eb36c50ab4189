import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, createServer } from 'node:tls'
import { afterAll, describe, expect, it } from '@jest/globals'
import { makeAuthority } from '../../../sandbox/certificates/authority.ts'
import { readCredentials } from './read.ts'

const folder = mkdtempSync(join(tmpdir(), 'plr-credentials-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** Its file carries it along, as LRS's do. */
const issuer = makeAuthority('Issuer of client certificates')
const other = makeAuthority('Authority of the server')
const path = file('client.p12', issuer.client('college').pkcs12('secret'))
const otherPath = file('other.pem', other.certificate)
const issuerPath = file('issuer.pem', issuer.certificate)

/** What a server of `of` is told of the client's issuer, or why the client does not trust it. */
async function shown(of: typeof issuer, caPaths: readonly string[]): Promise<string> {
  const credentials = readCredentials(
    { path, password: 'secret', keyPath: null },
    caPaths,
    new Date(),
  )
  if (credentials.kind === 'unusable') throw new Error(credentials.reason)
  const { certificate: cert, key } = of.server(['127.0.0.1'])
  const server = createServer({ cert, key, requestCert: true, rejectUnauthorized: false })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const { secureContext } = credentials
  try {
    const client = connect({
      host: '127.0.0.1',
      port: address.port,
      secureContext,
      checkServerIdentity: secureContext.checkServer,
    })
    const seen = once(server, 'secureConnection')
    const failed = once(client, 'error').then(([error]) => String(Reflect.get(error, 'code')))
    const issuerSeen = seen.then(([socket]) => {
      const chain = socket.getPeerCertificate(true).issuerCertificate
      client.destroy()
      return String(chain.subject.CN)
    })
    failed.catch(() => undefined)
    issuerSeen.catch(() => undefined)
    return await Promise.race([failed, issuerSeen])
  } finally {
    server.close()
  }
}

describe('a PKCS#12 file that carries its authority along', () => {
  it.each<[string, readonly string[]]>([
    ['Node’s own authorities', []],
    ['those of LRS_CA', [otherPath]],
  ])('does not make a server of that authority trusted beside %s', async (_, caPaths) => {
    expect(await shown(issuer, caPaths)).toBe('UNABLE_TO_GET_ISSUER_CERT')
  })

  it('does so where LRS_CA names it, and is shown to the server with it', async () => {
    expect(await shown(issuer, [issuerPath])).toBe('Issuer of client certificates')
    expect(await shown(other, [otherPath])).toBe('Issuer of client certificates')
  })
})
