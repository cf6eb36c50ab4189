import { X509Certificate } from 'node:crypto'
import { checkServerIdentity, rootCertificates } from 'node:tls'
import type { PeerCertificate, SecureContext } from 'node:tls'

/** Judges the certificate of a server that OpenSSL has found good: the host name, and who issued it. */
export type CheckServer = (host: string, certificate: PeerCertificate) => Error | undefined

/** What connections to LRS are made with: no connection is without its check of the server. */
export type LrsContext = SecureContext & { readonly checkServer: CheckServer }

/** A certificate as a handshake shows it, with those above it. */
interface Shown {
  readonly raw: Buffer
  readonly issuerCertificate?: Shown
}

/** No server shows a longer chain. */
const longestChain = 10

/**
 * A check for a context made from a PKCS#12 file. Node trusts the authorities that such a file carries
 * along, whatever `ca` says; they are there to be shown to LRS. So a chain that OpenSSL takes has to
 * end in one of Node's own or of `extra` as well.
 * @param extra PEM texts
 */
export function issuedByOneOf(extra: readonly string[]): CheckServer {
  const trusted = [...rootCertificates, ...extra].flatMap(certificatesIn)
  return (host, certificate) =>
    checkServerIdentity(host, certificate) ?? problemOf(certificate, trusted)
}

/** Node's own code for it, so that it is told as any other server that is not trusted. */
function problemOf(shown: Shown, trusted: readonly X509Certificate[]): Error | undefined {
  return endsInOneOf(shown, trusted)
    ? undefined
    : Object.assign(new Error('The chain ends in no trusted authority'), {
        code: 'UNABLE_TO_GET_ISSUER_CERT',
      })
}

function endsInOneOf(leaf: Shown, trusted: readonly X509Certificate[]): boolean {
  let shown: Shown | undefined = leaf
  let below: X509Certificate | undefined
  for (let length = 0; shown !== undefined && length < longestChain; length += 1) {
    const certificate = new X509Certificate(shown.raw)
    if (below && !(certificate.ca && isIssuedBy(below, certificate))) return false
    const isTrusted = trusted.some(
      (one) => one.raw.equals(certificate.raw) || isIssuedBy(certificate, one),
    )
    if (isTrusted) return true
    below = certificate
    shown = shown.issuerCertificate
  }
  return false
}

const isIssuedBy = (certificate: X509Certificate, issuer: X509Certificate): boolean =>
  certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)

/** The certificates of a PEM text; one that is damaged is passed over, as OpenSSL does. */
function certificatesIn(pem: string): readonly X509Certificate[] {
  const texts = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  return texts.flatMap((text) => {
    try {
      return [new X509Certificate(text)]
    } catch {
      return []
    }
  })
}
