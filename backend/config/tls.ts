import { createPrivateKey } from 'node:crypto'
import type { KeyObject, X509Certificate } from 'node:crypto'
import { createSecureContext } from 'node:tls'
import { errorText } from '../errorText.ts'
import { ok, problemsOf, wrong } from './checked.ts'
import type { Checked } from './checked.ts'
import { readNamedFile } from './namedFile.ts'
import { readPemCertificate } from './pem.ts'

/** What the backend serves HTTPS with, PEM. */
export interface Tls {
  readonly cert: Buffer
  readonly key: Buffer
}

export interface TlsNames {
  readonly TLS_CERTIFICATE?: string | undefined
  readonly TLS_KEY?: string | undefined
}

/**
 * The files of TLS_CERTIFICATE and TLS_KEY; undefined where neither is set. That one of them is
 * missing is a problem of the environment, and said there; the other's file is judged here all the same.
 */
export function readTls({ TLS_CERTIFICATE, TLS_KEY }: TlsNames): Checked<Tls | undefined> {
  const certificate =
    TLS_CERTIFICATE === undefined ? ok(undefined) : readCertificate(TLS_CERTIFICATE)
  const key = TLS_KEY === undefined ? ok(undefined) : readKey(TLS_KEY)
  if (certificate.kind === 'wrong' || key.kind === 'wrong') {
    return wrong(...problemsOf(certificate), ...problemsOf(key))
  }
  if (certificate.value === undefined || key.value === undefined) return ok(undefined)
  return readPair(certificate.value, key.value)
}

interface Held<Parsed> {
  readonly pem: Buffer
  readonly parsed: Parsed
}

function readCertificate(path: string): Checked<Held<X509Certificate>> {
  const file = readNamedFile('TLS_CERTIFICATE', path)
  if (file.kind === 'wrong') return file
  const parsed = readPemCertificate('TLS_CERTIFICATE', file.value)
  return parsed.kind === 'wrong' ? parsed : ok({ pem: file.value, parsed: parsed.value })
}

function readKey(path: string): Checked<Held<KeyObject>> {
  const file = readNamedFile('TLS_KEY', path)
  if (file.kind === 'wrong') return file
  const pem = file.value
  try {
    return ok({ pem, parsed: createPrivateKey(pem) })
  } catch {
    return wrong(
      /ENCRYPTED/.test(pem.toString('latin1'))
        ? 'TLS_KEY names a key with a password; give it without (openssl pkey -in … -out …), in a file that only this account may read'
        : 'TLS_KEY names a file without a private key in PEM (-----BEGIN PRIVATE KEY-----)',
    )
  }
}

function readPair(
  { pem: cert, parsed: certificate }: Held<X509Certificate>,
  { pem: key, parsed: privateKey }: Held<KeyObject>,
): Checked<Tls> {
  if (!certificate.checkPrivateKey(privateKey)) {
    return wrong(
      'TLS_KEY does not belong to the first certificate of TLS_CERTIFICATE; the server’s own comes first, those of its authorities after it',
    )
  }
  try {
    createSecureContext({ cert, key })
    return ok({ cert, key })
  } catch (error) {
    const said = errorText(error, 'message').split(':').at(-1)
    return wrong(`TLS_CERTIFICATE and TLS_KEY are not accepted by OpenSSL: ${said}`)
  }
}
