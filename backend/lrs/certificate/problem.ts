import { errorText } from '../../errorText.ts'
import type { CertificateFiles } from '../options.ts'

/** Read from a file of extra authorities that holds no PEM. */
export class NoAuthority extends Error {
  override readonly name = 'NoAuthority'
}

const unread: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  ENOTDIR: 'is not there',
  ENAMETOOLONG: 'is not there',
  EACCES: 'may not be read',
  EPERM: 'may not be read',
  EISDIR: 'is a folder',
}

/**
 * Why a certificate could not be read and what to do, from the error that Node or OpenSSL gave. Files
 * are named by their settings: where a path belongs, people have put the secret itself, and this is
 * read in the log and in the pane.
 */
export function certificateProblem(error: unknown, files: CertificateFiles): string {
  const message = errorText(error, 'message')
  const why = unread[errorText(error, 'code')]
  if (why !== undefined) {
    const setting = settingOf(errorText(error, 'path'), files)
    return `The file of ${setting} ${why}. Check the path in the settings and the rights of the file.`
  }
  if (error instanceof NoAuthority) {
    return 'A file of extra authorities holds none. LRS_CA takes PEM files that begin with -----BEGIN CERTIFICATE-----.'
  }
  if (/Unsupported PKCS12/i.test(message)) {
    return (
      'The file of LRS_CERTIFICATE is encrypted in an old way (such as RC2-40) that is no longer accepted. ' +
      'Convert it: openssl pkcs12 -legacy -in old.p12 -nodes -out all.pem && ' +
      'openssl pkcs12 -export -in all.pem -out new.p12, then delete all.pem.'
    )
  }
  if (/mac verify failure/i.test(message)) {
    return 'The password of the client certificate is wrong or missing. Check LRS_CERTIFICATE_PASSWORD.'
  }
  if (/private key from PFX/i.test(message)) {
    return 'The file of LRS_CERTIFICATE holds no private key. Export the certificate again together with its key.'
  }
  if (/bad decrypt|bad password|interrupted or cancelled/i.test(message)) {
    return 'The password of the private key is wrong or missing. Check LRS_CERTIFICATE_PASSWORD.'
  }
  if (/key values mismatch/i.test(message)) {
    return 'The private key does not belong to the certificate of LRS_CERTIFICATE. Check LRS_CERTIFICATE_KEY.'
  }
  if (/DECODER routines::unsupported/i.test(message)) {
    return 'There is no private key beside the certificate of LRS_CERTIFICATE. Check LRS_CERTIFICATE_KEY.'
  }
  return 'The file of LRS_CERTIFICATE is no certificate file that can be read: it must be PKCS#12, or PEM with its key.'
}

function settingOf(path: string, files: CertificateFiles): string {
  if (path === files.path) return 'LRS_CERTIFICATE'
  return path === files.keyPath ? 'LRS_CERTIFICATE_KEY' : 'LRS_CA or NODE_EXTRA_CA_CERTS'
}
