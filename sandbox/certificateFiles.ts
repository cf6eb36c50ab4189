import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CertificateFiles } from './backend/environment.ts'
import type { Authority } from './certificates/authority.ts'

const password = 'sandbox-certificate'

/**
 * The files that the backend reads: the authority, and the certificate it shows to LRS.
 * @param folder where `readOrMakeAuthority` keeps the authority
 */
export async function writeCertificateFiles(
  authority: Authority,
  folder: string,
): Promise<CertificateFiles> {
  const files = {
    authority: join(folder, 'authority.crt'),
    lrsClient: join(folder, 'lrs-client.p12'),
    lrsClientPassword: password,
  }
  await writeFile(files.lrsClient, authority.client('Sandbox College').pkcs12(password))
  return files
}
