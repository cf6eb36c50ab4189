import { createHash, X509Certificate } from 'node:crypto'

/** The base64 SHA-256 of a certificate's public key, as Chromium's
 * `--ignore-certificate-errors-spki-list` takes it. */
export function spkiPin(certificatePem: string): string {
  const key = new X509Certificate(certificatePem).publicKey
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('base64')
}
