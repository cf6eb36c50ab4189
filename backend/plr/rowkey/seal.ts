import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import { createNonces } from './nonces.ts'

const cipher = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16
const nextNonce = createNonces(nonceBytes)

/** An AES-256 key derived from a secret text by HKDF, so that any text of 32 characters will do. */
export function deriveKey(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'ebs-plr row key v1', 32))
}

/** Nonce, ciphertext and tag of `plain`, bound to `associated`. */
export function sealBytes(key: Buffer, plain: Buffer, associated: Buffer): Buffer {
  const nonce = nextNonce()
  const sealing = createCipheriv(cipher, key, nonce).setAAD(associated)
  const body = Buffer.concat([sealing.update(plain), sealing.final()])
  return Buffer.concat([nonce, body, sealing.getAuthTag()])
}

/** The plain bytes, or null when this key did not seal them or the association is another. */
export function openBytes(key: Buffer, sealed: Buffer, associated: Buffer): Buffer | null {
  if (sealed.length < nonceBytes + tagBytes) return null
  const opening = createDecipheriv(cipher, key, sealed.subarray(0, nonceBytes))
    .setAAD(associated)
    .setAuthTag(sealed.subarray(sealed.length - tagBytes))
  try {
    const body = sealed.subarray(nonceBytes, sealed.length - tagBytes)
    return Buffer.concat([opening.update(body), opening.final()])
  } catch {
    return null
  }
}
