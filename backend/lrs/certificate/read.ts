import type { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Socket } from 'node:net'
import {
  checkServerIdentity,
  createSecureContext,
  rootCertificates,
  TLSSocket,
  type SecureContext,
} from 'node:tls'
import type { CertificateFiles } from '../options.ts'
import { certificateProblem, NoAuthority } from './problem.ts'
import { issuedByOneOf } from './trust.ts'
import type { LrsContext } from './trust.ts'

/** The client certificate ready for use, or why it is not. */
export type Credentials =
  | { readonly kind: 'usable'; readonly secureContext: LrsContext; readonly expires: Date }
  | { readonly kind: 'unusable'; readonly reason: string }

/**
 * Reads certificate, key and extra authorities from their files. Naming authorities replaces Node's
 * own in OpenSSL, so Node's are named with them.
 */
export function readCredentials(
  files: CertificateFiles,
  caPaths: readonly string[],
  now: Date,
): Credentials {
  try {
    const identity = clientIdentity(files)
    const extra = caPaths.map(readPem)
    const secureContext = createSecureContext({
      ...identity,
      ...(extra.length === 0 ? {} : { ca: [...rootCertificates, ...extra] }),
    })
    const certificate = ownCertificate(secureContext)
    if (certificate === undefined)
      return unusable('The file of LRS_CERTIFICATE holds no certificate.')
    const starts = new Date(certificate.validFrom)
    if (starts > now) {
      return unusable(`The certificate of LRS_CERTIFICATE is not valid before ${day(starts)}.`)
    }
    const checkServer = 'pfx' in identity ? issuedByOneOf(extra) : checkServerIdentity
    return {
      kind: 'usable',
      secureContext: Object.assign(secureContext, { checkServer }),
      expires: new Date(certificate.validTo),
    }
  } catch (error) {
    return unusable(certificateProblem(error, files))
  }
}

function clientIdentity({ path, password, keyPath }: CertificateFiles) {
  const passphrase = password === null ? {} : { passphrase: password }
  const file = readFileSync(path)
  if (keyPath !== null) return { cert: file, key: readFileSync(keyPath), ...passphrase }
  const isPem = file.includes('-----BEGIN ')
  return isPem ? { cert: file, key: file, ...passphrase } : { pfx: file, ...passphrase }
}

function readPem(path: string): string {
  const text = readFileSync(path, 'utf8')
  if (!text.includes('-----BEGIN CERTIFICATE-----')) throw new NoAuthority()
  return text
}

/** Node reads PKCS#12 only into a TLS context; a socket that is never connected shows what is in it. */
function ownCertificate(secureContext: SecureContext): X509Certificate | undefined {
  const socket = new TLSSocket(new Socket(), { secureContext })
  try {
    return socket.getX509Certificate()
  } finally {
    socket.destroy()
  }
}

function unusable(reason: string): Credentials {
  return { kind: 'unusable', reason }
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10)
}
