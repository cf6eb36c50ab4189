import { proxyRule } from '../../config/proxyRule.ts'
import { authorities } from '../../config/lrsOptions.ts'
import type { LrsSettings } from '../../config/parts.ts'
import { connectionCut } from '../../lrs/transport/faults.ts'
import { shakeHands } from '../../lrs/transport/handshake.ts'
import type { Handshake } from '../../lrs/transport/handshake.ts'
import { note, ok, problem, warning } from '../report/finding.ts'
import type { Finding } from '../report/finding.ts'
import { checkCertificate } from './certificate.ts'

/** Tribal's own vendor number: LRS would take us for ebs. */
const vendorOfTribal = '3'

/** Certificate, vendor number, and whether LRS can be reached. No learner is looked up. */
export async function checkLrs(settings: LrsSettings, now: Date): Promise<readonly Finding[]> {
  const { credentials, finding } = checkCertificate(
    {
      path: settings.LRS_CERTIFICATE,
      password: settings.LRS_CERTIFICATE_PASSWORD ?? null,
      keyPath: settings.LRS_CERTIFICATE_KEY ?? null,
    },
    authorities(settings),
    now,
  )
  const findings = [finding, judgeVendor(settings.LRS_VENDOR_ID)]
  if (credentials.kind === 'unusable') return findings
  const handshake = await shakeHands({
    url: settings.LRS_URL,
    secureContext: credentials.secureContext,
    proxy: proxyRule(settings),
    timeoutMs: settings.LRS_TIMEOUT_MS,
  })
  return [...findings, ...judgeHandshake(handshake, new URL(settings.LRS_URL).host)]
}

export const judgeVendor = (id: string): Finding =>
  Number(id) === Number(vendorOfTribal)
    ? warning(
        'LRS_VENDOR_ID is 3, which is Tribal’s own',
        'LRS would take the link for ebs.',
        'Ask LRS for a vendor number of the college’s own, or Tribal for leave to use theirs.',
      )
    : ok(`LRS_VENDOR_ID is ${id}`)

export function judgeHandshake(handshake: Handshake, host: string): readonly Finding[] {
  switch (handshake.kind) {
    case 'stood':
      return [
        ok(`LRS at ${host} was reached (${handshake.protocol}), and broke nothing off`),
        note(
          'Whether LRS accepts certificate, UKPRN and password shows in the first download alone',
          'This report looks nobody up, since every call stands in a learner’s own access audit.',
        ),
      ]
    case 'stop':
      return [
        problem(
          `LRS at ${host} cannot be used`,
          handshake.detail,
          'See docs/configuration.md, LRS.',
        ),
      ]
    default:
      return [
        problem(
          `LRS at ${host} cannot be reached`,
          handshake.kind === 'no-answer'
            ? `The reason: ${handshake.reason}.${hint(handshake)}`
            : null,
          'Check LRS_URL, HTTPS_PROXY and NO_PROXY, and whether the firewall lets this machine out.',
        ),
      ]
  }
}

/** Some servers say nothing when they do not accept a certificate. */
const hint = ({ reason }: Extract<Handshake, { kind: 'no-answer' }>): string =>
  reason === connectionCut
    ? ' A server that does not accept the certificate does that, and so does a firewall.'
    : ''
