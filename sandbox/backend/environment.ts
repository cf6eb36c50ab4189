import { randomBytes } from 'node:crypto'
import { plrType } from '../college/attainments.ts'
import { thisCollege } from '../college/schools.ts'

/** The names that sign-in service and backend agree on. */
export const signIn = {
  clientId: 'ebs-plr-attainments',
  audience: 'api://ebs-plr-attainments',
  scope: 'api://ebs-plr-attainments/access',
} as const

/** How the college makes itself known to its LRS. */
export const lrsOrganisation = {
  ukprn: thisCollege.ukprn,
  password: 'NotARealPasswd16',
} as const

/** Paths of the files that the backend reads its TLS matters from. */
export interface CertificateFiles {
  readonly authority: string
  readonly lrsClient: string
  readonly lrsClientPassword: string
}

export interface BackendWiring {
  readonly port: number
  /** Where people reach it: the front. */
  readonly address: string
  readonly ebsUrl: string
  readonly lrsUrl: string
  readonly issuer: string
  readonly files: CertificateFiles
}

/** What a child process needs of the machine, and no more: a stray LRS_… of the shell stays outside. */
export const ofTheMachine = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LANG', 'TZ']

/**
 * The whole environment of the sandbox's backend.
 * @param change names to set otherwise, to try the product in another state
 */
export function backendEnvironment(
  wiring: BackendWiring,
  change: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const { port, address, ebsUrl, lrsUrl, issuer, files } = wiring
  const machine = ofTheMachine.flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return {
    ...Object.fromEntries(machine),
    NODE_ENV: 'production',
    NODE_EXTRA_CA_CERTS: files.authority,
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: address,
    ENVIRONMENT_NAME: 'sandbox',
    SUPPORT_CONTACT: 'the MIS team (mis@college.example)',
    EBS_CLIENT: 'pg',
    EBS_CONNECTION: ebsUrl,
    EBS_WRITE: 'on',
    LINK_MIGRATE: 'auto',
    LRS_URL: lrsUrl,
    LRS_CERTIFICATE: files.lrsClient,
    LRS_CERTIFICATE_PASSWORD: files.lrsClientPassword,
    LRS_CA: files.authority,
    LRS_UKPRN: lrsOrganisation.ukprn,
    LRS_PASSWORD: lrsOrganisation.password,
    LRS_VENDOR_ID: '99',
    LRS_USERNAME: '{user}',
    AUTH_ISSUER: issuer,
    AUTH_AUDIENCE: signIn.audience,
    AUTH_CLIENT_ID: signIn.clientId,
    AUTH_SCOPE: signIn.scope,
    DEFAULT_ATTAINMENT_TYPE: plrType,
    LICENCES: 'AttainmentsPLRImport',
    OFFICE_JS_URL: `${address}/preview/office-js/office.js`,
    ROW_KEY_SECRET: randomBytes(32).toString('base64url'),
    TRAIL_KEY: randomBytes(32).toString('base64url'),
    ...change,
  }
}
