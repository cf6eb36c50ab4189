import { X509Certificate } from 'node:crypto'
import { expect, it } from '@jest/globals'
import { makeAuthority } from './authority.ts'

it('gives every certificate a serial number that strict readers take', () => {
  const authority = makeAuthority('Serial numbers')
  for (let made = 0; made < 12; made += 1) {
    const { certificate } = authority.client(`Client ${made}`)
    expect(new X509Certificate(certificate).serialNumber).toMatch(/^01[0-9A-F]{30}$/)
  }
})
