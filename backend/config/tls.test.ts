import { createPrivateKey } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { makeAuthority } from '../../sandbox/certificates/authority.ts'
import { readTls } from './tls.ts'

const folder = mkdtempSync(join(tmpdir(), 'plr-tls-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, content: string): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const authority = makeAuthority('TLS of tests')
const [own, other] = [authority.server(['localhost']), authority.server(['localhost'])]
const cert = file('own.pem', own.certificate)
const key = file('own.key', own.key)
const none = join(folder, 'none')

const problems = (certificate: string, ofKey: string) => {
  const read = readTls({ TLS_CERTIFICATE: certificate, TLS_KEY: ofKey })
  return read.kind === 'wrong' ? read.problems : []
}

describe('the backend’s own TLS', () => {
  it('is what the two files hold, and nothing without them', () => {
    expect(readTls({ TLS_CERTIFICATE: cert, TLS_KEY: key })).toEqual({
      kind: 'ok',
      value: { cert: Buffer.from(own.certificate), key: Buffer.from(own.key) },
    })
    expect(readTls({})).toEqual({ kind: 'ok', value: undefined })
  })

  it('takes a chain, the server’s own certificate first', () => {
    const chain = file('chain.pem', own.certificate + authority.certificate)
    expect(problems(chain, key)).toEqual([])
    const turned = file('turned.pem', authority.certificate + own.certificate)
    expect(problems(turned, key)).toEqual([
      expect.stringContaining('TLS_KEY does not belong to the first certificate'),
    ])
  })

  it('names both files that cannot be read, and not their paths', () => {
    const said = problems(none, folder)
    expect(said).toEqual([
      expect.stringMatching(/^TLS_CERTIFICATE names a file that is not there/),
      'TLS_KEY names a file that is a folder',
    ])
    expect(said.join()).not.toContain(folder)
  })

  it.each([
    ['no certificate', key, key, /^TLS_CERTIFICATE names a file without a certificate in PEM/],
    [
      'a damaged certificate',
      file('damaged.pem', own.certificate.replace(/\nMII.{9}/, '\nMIIAAAAAAAAA')),
      key,
      /^TLS_CERTIFICATE names a file whose certificate is damaged/,
    ],
    ['no key', cert, cert, /^TLS_KEY names a file without a private key in PEM/],
    ['an empty file', cert, file('empty', ''), /^TLS_KEY names a file that is empty/],
    ['the key of another', cert, file('other.key', other.key), /^TLS_KEY does not belong/],
    [
      'a key under a password',
      cert,
      file(
        'locked.key',
        createPrivateKey(own.key)
          .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' })
          .toString(),
      ),
      /^TLS_KEY names a key with a password/,
    ],
  ])('refuses %s', (_what, certificate, ofKey, problem) => {
    expect(problems(certificate, ofKey)).toEqual([expect.stringMatching(problem)])
  })

  it('judges the one file where the other is not set, and never prints a key', () => {
    expect(readTls({ TLS_CERTIFICATE: none })).toMatchObject({ kind: 'wrong' })
    const said = problems(cert, own.key)
    expect(said).toEqual(['TLS_KEY holds the text of a file; it takes the path of the file'])
  })
})
