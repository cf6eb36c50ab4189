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

/** Given authorities of our own, OpenSSL forgets those of NODE_EXTRA_CA_CERTS: both are named then. */
export function namedAuthorities({
  LRS_CA,
  NODE_EXTRA_CA_CERTS,
}: AuthorityNames): readonly { readonly name: string; readonly path: string }[] {
  if (LRS_CA === undefined) return []
  const own = { name: 'LRS_CA', path: LRS_CA }
  return NODE_EXTRA_CA_CERTS === undefined
    ? [own]
    : [own, { name: 'NODE_EXTRA_CA_CERTS', path: NODE_EXTRA_CA_CERTS }]
}
