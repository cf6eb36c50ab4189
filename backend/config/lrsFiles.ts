import { readCredentials } from '../lrs/certificate/read.ts'
import { problemsOf } from './checked.ts'
import type { Checked } from './checked.ts'
import { namedAuthorities } from './lrsOptions.ts'
import type { AuthorityNames } from './lrsOptions.ts'
import { readNamedFile } from './namedFile.ts'
import { readPemCertificate } from './pem.ts'

/** What is wrong with the files of extra trusted authorities. */
export function authorityProblems(given: AuthorityNames): readonly string[] {
  return namedAuthorities(given).flatMap(({ name, path }) => {
    const file = readNamedFile(name, path)
    return problemsOf(file.kind === 'wrong' ? file : readPemCertificate(name, file.value))
  })
}

export interface CertificateNames {
  readonly LRS_CERTIFICATE?: string | undefined
  readonly LRS_CERTIFICATE_KEY?: string | undefined
  /** Null: set, but not to be had. */
  readonly LRS_CERTIFICATE_PASSWORD?: string | null | undefined
}

/**
 * What is wrong with the client certificate for LRS. By itself it does not keep the backend from
 * starting: it starts, is not ready, and takes the file once it has been put right.
 */
export function clientCertificateProblems(given: CertificateNames, now: Date): readonly string[] {
  const { LRS_CERTIFICATE: path, LRS_CERTIFICATE_KEY: keyPath } = given
  const password = given.LRS_CERTIFICATE_PASSWORD
  const single = [
    ...(path === undefined ? [] : problemsOf(readCertificate(path, keyPath !== undefined))),
    ...(keyPath === undefined ? [] : problemsOf(readNamedFile('LRS_CERTIFICATE_KEY', keyPath))),
  ]
  if (single.length > 0 || path === undefined || password === null) return single
  const files = { path, keyPath: keyPath ?? null, password: password ?? null }
  const credentials = readCredentials(files, [], now)
  return credentials.kind === 'unusable' ? [`LRS_CERTIFICATE: ${credentials.reason}`] : []
}

/** PKCS#12 shows nothing by itself, without its password. */
function readCertificate(path: string, isPem: boolean): Checked<unknown> {
  const file = readNamedFile('LRS_CERTIFICATE', path)
  return file.kind === 'ok' && isPem ? readPemCertificate('LRS_CERTIFICATE', file.value) : file
}
