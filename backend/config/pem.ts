import { X509Certificate } from 'node:crypto'
import { ok, wrong } from './checked.ts'
import type { Checked } from './checked.ts'

/** The first certificate of a PEM file that a name of the environment gives. */
export function readPemCertificate(name: string, pem: Buffer): Checked<X509Certificate> {
  if (!pem.includes('-----BEGIN CERTIFICATE-----')) {
    return wrong(`${name} names a file without a certificate in PEM (-----BEGIN CERTIFICATE-----)`)
  }
  try {
    return ok(new X509Certificate(pem))
  } catch {
    return wrong(`${name} names a file whose certificate is damaged`)
  }
}
