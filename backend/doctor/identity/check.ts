import type { IdentitySettings } from '../../config/parts.ts'
import { proxyRule } from '../../config/proxyRule.ts'
import { IssuerUnavailable, lookAtIssuer } from '../../http/issuer.ts'
import { ok, problem } from '../report/finding.ts'
import type { Finding } from '../report/finding.ts'

/** Whether the identity provider answers, calls itself what AUTH_ISSUER says, and has keys. */
export async function checkIdentity(settings: IdentitySettings): Promise<readonly Finding[]> {
  const { AUTH_ISSUER: address } = settings
  try {
    return judgeIssuer(address, await lookAtIssuer(address, proxyRule(settings)))
  } catch (error) {
    if (!(error instanceof IssuerUnavailable)) throw error
    return [
      problem(
        error.message,
        'Nobody can sign in.',
        'Check AUTH_ISSUER, HTTPS_PROXY, and NODE_EXTRA_CA_CERTS if the network puts its own certificate in.',
      ),
    ]
  }
}

export function judgeIssuer(
  address: string,
  found: { readonly issuer: string; readonly keys: number },
): readonly Finding[] {
  return [
    found.issuer === address
      ? ok(`The identity provider answers, and calls itself ${address}`)
      : problem(
          `The identity provider calls itself ${found.issuer}; AUTH_ISSUER is ${address}`,
          'Tokens bear its own name, which is compared letter by letter: all of them are refused.',
          `Set AUTH_ISSUER=${found.issuer}`,
        ),
    found.keys > 0
      ? ok(`It publishes its keys: ${found.keys}`)
      : problem(
          'It publishes no key',
          'No token can be judged.',
          'Look at the identity provider: its signing keys are missing.',
        ),
  ]
}
