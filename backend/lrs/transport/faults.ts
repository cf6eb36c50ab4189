import { errorText } from '../../errorText.ts'
import type { Reply } from './reply.ts'

/** Alerts by which the other side says that it does not accept our certificate. */
const refusals: readonly (readonly [RegExp, string])[] = [
  [/certificate.required/i, 'it got no client certificate'],
  [/certificate.expired/i, 'it calls the client certificate expired'],
  [/certificate.revoked/i, 'it calls the client certificate revoked'],
  [/unknown.ca/i, 'it does not know the authority that issued the client certificate'],
  [
    /(bad|unsupported).certificate|certificate.unknown/i,
    'it does not accept the client certificate',
  ],
  [/access.denied/i, 'it denies access to the holder of the client certificate'],
  [/handshake.failure/i, 'it broke off the handshake, most often for want of a valid certificate'],
]

/** Node's codes for a server certificate that we do not trust. */
const distrust: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'it has expired',
  CERT_NOT_YET_VALID: 'it is not valid yet',
  CERT_REVOKED: 'it has been revoked',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it is signed by itself',
  ERR_TLS_CERT_ALTNAME_INVALID: 'it was issued for another host name',
  SELF_SIGNED_CERT_IN_CHAIN: 'its authority is not known here',
  UNABLE_TO_GET_ISSUER_CERT: 'its authority is not known here',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its authority is not known here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its authority is not known here',
}

export const connectionCut = 'the connection was cut'

const silence: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: connectionCut,
  EPIPE: connectionCut,
  ENOTFOUND: 'its address is not known',
  EAI_AGAIN: 'its address could not be looked up',
  EHOSTUNREACH: 'there is no way to its host',
  ENETUNREACH: 'there is no way to its network',
  ETIMEDOUT: 'the connection took too long',
}

/** What an error of the connection means, from its code and message; neither is passed on. */
export function replyToError(error: unknown): Reply {
  const code = errorText(error, 'code')
  const message = errorText(error, 'message')
  // axios's own code for a body that did not come to its end.
  if (code === 'ERR_BAD_RESPONSE') {
    return /maxContentLength/.test(message)
      ? { kind: 'unreadable', reason: 'it is larger than any answer may be', brokeOff: false }
      : { kind: 'unreadable', reason: 'the connection was cut in the middle of it', brokeOff: true }
  }
  const why = distrust[code]
  if (why !== undefined) {
    return {
      kind: 'stop',
      code: 'lrs-not-trusted',
      detail:
        `The certificate that LRS, or a box in between, shows is not trusted: ${why}. ` +
        'If the college’s network puts its own certificate in, name its authority in LRS_CA.',
    }
  }
  if (/alert/i.test(`${code} ${message}`)) {
    const refusal = refusals.find(([pattern]) => pattern.test(`${code} ${message}`))
    if (refusal !== undefined) return certificateRefused(refusal[1])
  }
  return {
    kind: 'no-answer',
    reason:
      silence[code] ?? (code === '' ? 'the connection failed' : `the connection failed (${code})`),
    inHandshake: /before secure TLS connection was established/.test(message),
  }
}

/** LRS does not accept the client certificate; `why` completes "LRS refused the connection: …". */
export function certificateRefused(why: string): Reply {
  return {
    kind: 'stop',
    code: 'lrs-certificate-refused',
    detail:
      `LRS refused the college’s client certificate: ${why}. ` +
      'Check that LRS_CERTIFICATE is the one LRS issued for this service and has not been replaced.',
  }
}
