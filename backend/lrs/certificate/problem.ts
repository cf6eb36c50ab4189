import { errorText } from '../errorText.ts'
import type { CertificateFiles } from '../options.ts'

/** Why a certificate could not be read and what to do, from the error that Node or OpenSSL gave. */
export function certificateProblem(error: unknown, files: CertificateFiles): string {
  const code = errorText(error, 'code')
  const message = errorText(error, 'message')
  const path = files.path
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') {
    const missing = errorText(error, 'path') || path
    const why = { ENOENT: 'is not there', EACCES: 'may not be read', EISDIR: 'is a folder' }[code]
    return `${missing} ${why}. Check the path in the settings and the rights of the file.`
  }
  if (message.startsWith('no PEM certificate in ')) {
    return `There is ${message}. LRS_CA takes PEM files that begin with -----BEGIN CERTIFICATE-----.`
  }
  if (/Unsupported PKCS12/i.test(message)) {
    return (
      `${path} is encrypted in an old way (such as RC2-40) that is no longer accepted. Convert it: ` +
      `openssl pkcs12 -legacy -in old.p12 -nodes -out all.pem && ` +
      `openssl pkcs12 -export -in all.pem -out new.p12, then delete all.pem.`
    )
  }
  if (/mac verify failure/i.test(message)) {
    return `The password of ${path} is wrong or missing. Check LRS_CERTIFICATE_PASSWORD.`
  }
  if (/private key from PFX/i.test(message)) {
    return `${path} holds no private key. Export the certificate again together with its key.`
  }
  if (/bad decrypt|bad password|interrupted or cancelled/i.test(message)) {
    return `The password of the private key for ${path} is wrong or missing. Check LRS_CERTIFICATE_PASSWORD.`
  }
  if (/key values mismatch/i.test(message)) {
    return `The private key does not belong to the certificate in ${path}. Check LRS_CERTIFICATE_KEY.`
  }
  if (/DECODER routines::unsupported/i.test(message)) {
    return `There is no private key beside the certificate in ${path}. Check LRS_CERTIFICATE_KEY.`
  }
  return `${path} is no certificate file that can be read: it must be PKCS#12, or PEM with its key.`
}
