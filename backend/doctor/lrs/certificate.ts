import { readCredentials } from '../../lrs/certificate/read.ts'
import type { Credentials } from '../../lrs/certificate/read.ts'
import { stateOf } from '../../lrs/certificate/state.ts'
import type { CertificateState } from '../../lrs/certificate/state.ts'
import type { CertificateFiles } from '../../lrs/options.ts'
import { ok, problem, warning } from '../report/finding.ts'
import type { Finding } from '../report/finding.ts'

/** From so many days before its end on the certificate is warned of. */
const warnDays = 30

export interface CheckedCertificate {
  readonly credentials: Credentials
  readonly finding: Finding
}

/** Whether the client certificate can be used, and how long still. */
export function checkCertificate(
  files: CertificateFiles,
  authorities: readonly string[],
  now: Date,
): CheckedCertificate {
  const credentials = readCredentials(files, authorities, now)
  const state: CertificateState =
    credentials.kind === 'usable'
      ? stateOf(credentials.expires, now)
      : { kind: 'unreadable', reason: credentials.reason }
  return { credentials, finding: judgeCertificate(state) }
}

export function judgeCertificate(state: CertificateState): Finding {
  if (state.kind === 'unreadable') {
    return problem(
      'The client certificate for LRS cannot be used',
      state.reason,
      'Correct LRS_CERTIFICATE and what goes with it.',
    )
  }
  const { kind, daysLeft, expires } = state
  const day = expires.toISOString().slice(0, 10)
  const renew = 'Ask LRS for a new one and replace the file; no restart is needed.'
  if (kind === 'expired') {
    return problem(
      `The client certificate for LRS expired on ${day}`,
      'The feature is closed until it is replaced.',
      renew,
    )
  }
  const what = `The client certificate for LRS is good until ${day}, ${daysLeft} days`
  return daysLeft <= warnDays ? warning(what, null, renew) : ok(what)
}
