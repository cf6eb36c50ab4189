import { generateKeyPairSync } from 'node:crypto'

/** An RSA key pair, PEM. */
export interface KeyPair {
  readonly publicKey: string
  readonly key: string
}

/** New RSA keys by Node's own crypto: node-forge's take seconds. */
export function newKeys(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  return { publicKey, key: privateKey }
}
