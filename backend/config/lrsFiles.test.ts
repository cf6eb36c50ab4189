import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { makeAuthority } from '../../sandbox/certificates/authority.ts'
import { authorityProblems, clientCertificateProblems } from './lrsFiles.ts'

const folder = mkdtempSync(join(tmpdir(), 'plr-lrs-files-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const authority = makeAuthority('LRS of tests')
const client = authority.client('College')
const none = join(folder, 'none')
const p12 = file('client.p12', client.pkcs12('sesame'))
const now = new Date()

describe('the client certificate for LRS', () => {
  it('has nothing against it when it opens, even when it has expired', () => {
    const gone = authority.client('Gone', { notAfter: new Date(now.getTime() - 1000) })
    const expired = file('gone.p12', gone.pkcs12('sesame'))
    for (const LRS_CERTIFICATE of [p12, expired]) {
      const given = { LRS_CERTIFICATE, LRS_CERTIFICATE_PASSWORD: 'sesame' }
      expect(clientCertificateProblems(given, now)).toEqual([])
    }
  })

  it('names each file that cannot be read', () => {
    const given = { LRS_CERTIFICATE: none, LRS_CERTIFICATE_KEY: none }
    expect(clientCertificateProblems(given, now)).toEqual([
      expect.stringMatching(/^LRS_CERTIFICATE names a file that is not there/),
      expect.stringMatching(/^LRS_CERTIFICATE_KEY names a file that is not there/),
    ])
    expect(clientCertificateProblems({ ...given, LRS_CERTIFICATE: p12 }, now)).toEqual([
      expect.stringMatching(/^LRS_CERTIFICATE names a file without a certificate in PEM/),
      expect.stringMatching(/^LRS_CERTIFICATE_KEY names a file that is not there/),
    ])
  })

  it('says what is wrong inside, and nothing of a password that could not be had', () => {
    const given = { LRS_CERTIFICATE: p12, LRS_CERTIFICATE_PASSWORD: 'wrong-word' }
    const said = clientCertificateProblems(given, now)
    expect(said).toEqual([expect.stringMatching(/^LRS_CERTIFICATE: .*password.* is wrong/)])
    expect(said.join()).not.toContain('wrong-word')
    expect(clientCertificateProblems({ ...given, LRS_CERTIFICATE_PASSWORD: null }, now)).toEqual([])
  })
})

describe('the extra authorities', () => {
  it('are PEM files, those of Node among them', () => {
    const right = file('ca.pem', authority.certificate)
    expect(authorityProblems({ LRS_CA: right, NODE_EXTRA_CA_CERTS: right })).toEqual([])
    expect(authorityProblems({ LRS_CA: p12, NODE_EXTRA_CA_CERTS: none })).toEqual([
      expect.stringMatching(/^LRS_CA names a file without a certificate in PEM/),
      expect.stringMatching(/^NODE_EXTRA_CA_CERTS names a file that is not there/),
    ])
    expect(authorityProblems({ NODE_EXTRA_CA_CERTS: none })).toHaveLength(1)
    expect(authorityProblems({})).toEqual([])
  })
})
