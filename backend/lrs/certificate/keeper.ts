import { statSync } from 'node:fs'
import type { CertificateFiles } from '../options.ts'
import { readCredentials, type Credentials } from './read.ts'

/** How often the files are looked at. */
const lookEveryMs = 1000

/** Keeps the client certificate, and reads it again when one of its files has been replaced. */
export interface CertificateKeeper {
  /** The same object until something changed. */
  current(): Credentials
}

/** A keeper that looks at the files at most once a second, and only when asked. */
export function keepCertificate(
  files: CertificateFiles,
  caPaths: readonly string[],
  now: () => Date,
): CertificateKeeper {
  const paths = [files.path, ...(files.keyPath === null ? [] : [files.keyPath]), ...caPaths]
  // Before the files are read: what replaces one meanwhile is then noticed.
  let seen = paths.map(stamp).join()
  let credentials = readCredentials(files, caPaths, now())
  let lookedAt = now().getTime()

  return {
    current() {
      const time = now().getTime()
      if (Math.abs(time - lookedAt) < lookEveryMs) return credentials
      lookedAt = time
      const stamps = paths.map(stamp).join()
      // An unusable one is tried again even unchanged: it may not have been valid yet.
      if (stamps !== seen || credentials.kind === 'unusable') {
        seen = stamps
        credentials = readCredentials(files, caPaths, now())
      }
      return credentials
    },
  }
}

function stamp(path: string): string {
  try {
    const { mtimeMs, size, ino } = statSync(path)
    return `${mtimeMs}/${size}/${ino}`
  } catch {
    return 'none'
  }
}
