import { X509Certificate } from 'node:crypto'
import { expect, it } from '@jest/globals'
import { clientExtensions, newCertificate } from './certificate.ts'
import { newKeys } from './keys.ts'

it('gives every certificate a serial number that strict readers take', () => {
  const keys = newKeys()
  const subject = [{ name: 'commonName', value: 'Serial numbers' }]
  for (let made = 0; made < 12; made += 1) {
    const certificate = newCertificate({
      keys,
      subject,
      issuer: { subject, key: keys.key },
      notAfter: new Date(Date.now() + 86_400_000),
      extensions: clientExtensions,
    })
    expect(new X509Certificate(certificate).serialNumber).toMatch(/^01[0-9A-F]{30}$/)
  }
})
