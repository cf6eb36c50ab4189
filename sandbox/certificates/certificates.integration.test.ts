import { createHash, createPublicKey, X509Certificate } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, createServer, type ConnectionOptions } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { makeAuthority, type Authority } from './authority.ts'
import { readOrMakeAuthority } from './keptAuthority.ts'
import { spkiPin } from './spkiPin.ts'

const authority = makeAuthority('Test authority')

describe('an authority', () => {
  it('makes a server certificate for host names and addresses, for less than 398 days', () => {
    const certificate = new X509Certificate(
      authority.server(['localhost', '127.0.0.1']).certificate,
    )
    expect(certificate.checkHost('localhost')).toBe('localhost')
    expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1')
    expect(certificate.checkHost('example.org')).toBeUndefined()
    expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1'])
    expect(certificate.verify(createPublicKey(authority.certificate))).toBe(true)
    const days = (Date.parse(certificate.validTo) - Date.parse(certificate.validFrom)) / 86_400_000
    expect(days).toBeLessThan(398)
  })

  it('makes client certificates that have ended', () => {
    const { certificate } = authority.client('old', { notAfter: new Date('2020-01-02T00:00:00Z') })
    expect(new X509Certificate(certificate).validTo).toContain('2020')
  })
})

describe('mutual TLS', () => {
  const identity = authority.server(['localhost', '127.0.0.1'])
  const server = createServer(
    {
      cert: identity.certificate,
      key: identity.key,
      ca: authority.certificate,
      requestCert: true,
      rejectUnauthorized: true,
      maxVersion: 'TLSv1.2',
    },
    (socket) => socket.end(String(socket.getPeerCertificate().subject.CN)),
  )
  beforeAll(() => new Promise<void>((done) => void server.listen(0, '127.0.0.1', done)))
  afterAll(() => new Promise<unknown>((done) => server.close(done)))

  const greeting = (options: ConnectionOptions) =>
    new Promise<string>((resolve, reject) => {
      const { port } = server.address() as AddressInfo
      const socket = connect({ port, host: '127.0.0.1', ca: authority.certificate, ...options })
      socket.on('data', (data) => resolve(data.toString()))
      socket.on('error', reject)
    })

  it('knows a client by its PKCS#12 file', async () => {
    const client = authority.client('college')
    await expect(greeting({ pfx: client.pkcs12('secret'), passphrase: 'secret' })).resolves.toBe(
      'college',
    )
  })

  it('knows a client by its PEM files', async () => {
    const { certificate, key } = authority.client('college pem')
    await expect(greeting({ cert: certificate, key })).resolves.toBe('college pem')
  })

  it('turns away a client of another authority', async () => {
    const { certificate, key } = makeAuthority('Somebody else').client('stranger')
    await expect(greeting({ cert: certificate, key })).rejects.toThrow(/alert|reset|disconnected/i)
  })
})

describe('readOrMakeAuthority', () => {
  const folders: string[] = []
  const newFolder = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'authority-'))
    folders.push(folder)
    return folder
  }
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))
  const signs = (kept: Authority, pem: string) =>
    new X509Certificate(pem).verify(createPublicKey(kept.certificate))

  it('keeps one authority in a folder', async () => {
    const folder = join(await newFolder(), 'not', 'there', 'yet')
    const first = await readOrMakeAuthority(folder)
    const second = await readOrMakeAuthority(folder)
    expect(second.certificate).toBe(first.certificate)
    expect(signs(first, second.server(['localhost']).certificate)).toBe(true)
  })

  it('replaces one that is about to end', async () => {
    const folder = await newFolder()
    const ending = authority.client('ending', { notAfter: new Date(Date.now() + 86_400_000) })
    await writeFile(join(folder, 'authority.crt'), ending.certificate)
    await writeFile(join(folder, 'authority.key'), ending.key)
    const made = await readOrMakeAuthority(folder)
    expect(made.certificate).not.toBe(ending.certificate)
  })
})

describe('spkiPin', () => {
  it('is the digest of the public key', () => {
    const { certificate } = authority.server(['localhost'])
    const spki = createPublicKey(certificate).export({ type: 'spki', format: 'der' })
    expect(spkiPin(certificate)).toBe(createHash('sha256').update(spki).digest('base64'))
    expect(spkiPin(certificate)).toMatch(/^[\w+/]{43}=$/)
  })
})
