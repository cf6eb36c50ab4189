import type { CallSeen, LrsLogger, LrsOptions } from '../lrs/options.ts'
import { proxyRule } from './proxyRule.ts'
import type { Environment } from './schema.ts'

type LrsName = Extract<keyof Environment, `LRS_${string}`>
export type LrsEnvironment = Pick<
  Environment,
  LrsName | 'NODE_EXTRA_CA_CERTS' | 'HTTPS_PROXY' | 'NO_PROXY'
>

/** The LRS client's options as the environment gives them. */
export function lrsOptions(
  environment: LrsEnvironment,
  logger: LrsLogger,
  onCall: (call: CallSeen) => void,
): LrsOptions {
  return {
    url: environment.LRS_URL,
    certificate: {
      path: environment.LRS_CERTIFICATE,
      password: environment.LRS_CERTIFICATE_PASSWORD ?? null,
      keyPath: environment.LRS_CERTIFICATE_KEY ?? null,
    },
    ca: authorities(environment),
    ukprn: environment.LRS_UKPRN,
    password: environment.LRS_PASSWORD,
    vendorId: Number(environment.LRS_VENDOR_ID),
    invokingOrganisation: environment.LRS_INVOKING_ORGANISATION ?? null,
    userType: environment.LRS_USER_TYPE,
    language: environment.LRS_LANGUAGE,
    sendDateOfBirth: environment.LRS_SEND_DATE_OF_BIRTH === 'on',
    batchSize: environment.LRS_BATCH_SIZE,
    timeoutMs: environment.LRS_TIMEOUT_MS,
    proxy: proxyRule(environment),
    logger,
    onCall,
  }
}

export type AuthorityNames = Partial<Pick<Environment, 'LRS_CA' | 'NODE_EXTRA_CA_CERTS'>>

/** The paths of extra trusted authorities. */
export const authorities = (given: AuthorityNames): string[] =>
  namedAuthorities(given).map(({ path }) => path)

/**
 * NODE_EXTRA_CA_CERTS is named beside ours: given an LRS_CA OpenSSL forgets it, and the check of a
 * server that a PKCS#12 file calls for does not know what Node has read of it.
 */
export const namedAuthorities = (
  given: AuthorityNames,
): readonly { readonly name: string; readonly path: string }[] =>
  (['LRS_CA', 'NODE_EXTRA_CA_CERTS'] as const).flatMap((name) => {
    const path = given[name]
    return path === undefined ? [] : [{ name, path }]
  })
