import { randomBytes } from 'node:crypto'
import { isIPv4 } from 'node:net'
import forge from 'node-forge'
import type { KeyPair } from './keys.ts'

const day = 86_400_000

export interface CertificateWish {
  readonly keys: KeyPair
  readonly subject: forge.pki.CertificateField[]
  readonly issuer: { readonly subject: forge.pki.CertificateField[]; readonly key: string }
  readonly notAfter: Date
  readonly extensions: readonly Record<string, unknown>[]
}

/** A certificate, PEM, signed with SHA-256; valid since yesterday, or since 30 days before its end. */
export function newCertificate(wish: CertificateWish): string {
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = forge.pki.publicKeyFromPem(wish.keys.publicKey)
  // DER allows no leading zero before a small byte: a first byte of 01 is right whatever follows.
  certificate.serialNumber = `01${randomBytes(15).toString('hex')}`
  certificate.validity.notBefore = new Date(
    Math.min(Date.now() - day, wish.notAfter.getTime() - 30 * day),
  )
  certificate.validity.notAfter = wish.notAfter
  certificate.setSubject(wish.subject)
  certificate.setIssuer(wish.issuer.subject)
  certificate.setExtensions([...wish.extensions])
  certificate.sign(forge.pki.privateKeyFromPem(wish.issuer.key), forge.md.sha256.create())
  return forge.pki.certificateToPem(certificate)
}

const leaf = [
  { name: 'basicConstraints', cA: false, critical: true },
  { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
]

/** What a browser asks of a server's certificate: its hosts as alternative names, and its use. */
export function serverExtensions(hosts: readonly string[]): readonly Record<string, unknown>[] {
  const altNames = hosts.map((host) =>
    isIPv4(host) ? { type: 7, ip: host } : { type: 2, value: host },
  )
  return [...leaf, { name: 'extKeyUsage', serverAuth: true }, { name: 'subjectAltName', altNames }]
}

export const clientExtensions = [...leaf, { name: 'extKeyUsage', clientAuth: true }]
