import forge from 'node-forge'
import { newKeys, type KeyPair } from './keys.ts'
import { clientExtensions, newCertificate, serverExtensions } from './certificate.ts'
import { pkcs12 } from './pkcs12.ts'

/** A certificate and its private key, both PEM. */
export interface Identity {
  readonly certificate: string
  readonly key: string
}

export interface ClientIdentity extends Identity {
  /** The identity as LRS hands it out: certificate, chain and key in one file under a password. */
  pkcs12(password: string): Buffer
}

/** A certificate authority of the sandbox: whoever trusts `certificate` trusts all that it signs. */
export interface Authority {
  /** PEM. */
  readonly certificate: string
  /** For a TLS server; `hosts` are DNS names and IPv4 addresses, the first is the common name. */
  server(hosts: readonly [string, ...string[]]): Identity
  /** For a TLS client; `notAfter` in the past makes an expired one. */
  client(commonName: string, options?: { readonly notAfter?: Date }): ClientIdentity
}

const day = 86_400_000
/** Chromium refuses server certificates that are good for more than 398 days. */
const identityDays = 390
const authorityDays = 3650

/** The certificate and key of a new self-signed authority. */
export function newAuthorityKeys(name: string): KeyPair & { readonly certificate: string } {
  const keys = newKeys()
  const subject = [{ name: 'commonName', value: name }]
  const certificate = newCertificate({
    keys,
    subject,
    issuer: { subject, key: keys.key },
    notAfter: new Date(Date.now() + authorityDays * day),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
      { name: 'subjectKeyIdentifier' },
    ],
  })
  return { ...keys, certificate }
}

/** The authority that these PEM texts make up. */
export function authorityFrom(certificate: string, key: string): Authority {
  const issuer = { subject: forge.pki.certificateFromPem(certificate).subject.attributes, key }
  const sign = (
    commonName: string,
    extensions: readonly Record<string, unknown>[],
    notAfter = new Date(Date.now() + identityDays * day),
  ): Identity => {
    const keys = newKeys()
    const subject = [{ name: 'commonName', value: commonName }]
    return {
      certificate: newCertificate({ keys, subject, issuer, notAfter, extensions }),
      key: keys.key,
    }
  }
  return {
    certificate,
    server: (hosts) => sign(hosts[0], serverExtensions(hosts)),
    client: (commonName, options) => {
      const identity = sign(commonName, clientExtensions, options?.notAfter)
      return {
        ...identity,
        pkcs12: (password) => pkcs12([identity.certificate, certificate], identity.key, password),
      }
    },
  }
}

/** A new authority of that name, kept nowhere. */
export function makeAuthority(name: string): Authority {
  const { certificate, key } = newAuthorityKeys(name)
  return authorityFrom(certificate, key)
}
