import { randomBytes } from 'node:crypto'

/** A fresh nonce for one response. */
export function freshNonce(): string {
  return randomBytes(18).toString('base64')
}
