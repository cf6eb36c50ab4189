import { X509Certificate } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { authorityFrom, newAuthorityKeys, type Authority } from './authority.ts'

const yearAhead = 400 * 86_400_000

/**
 * The authority kept in `folder` (`authority.crt`, `authority.key`), so that trust given to the
 * sandbox once lasts. A new one is made and kept when there is none, or it ends within 400 days.
 */
export async function readOrMakeAuthority(folder: string): Promise<Authority> {
  const certificatePath = join(folder, 'authority.crt')
  const keyPath = join(folder, 'authority.key')
  const kept = await readBoth(certificatePath, keyPath)
  if (kept && isGoodFor(kept.certificate, yearAhead)) {
    return authorityFrom(kept.certificate, kept.key)
  }
  const made = newAuthorityKeys('ebs PLR Attainments sandbox')
  await mkdir(folder, { recursive: true })
  await writeFile(keyPath, made.key, { mode: 0o600 })
  await writeFile(certificatePath, made.certificate)
  return authorityFrom(made.certificate, made.key)
}

async function readBoth(certificatePath: string, keyPath: string) {
  try {
    return {
      certificate: await readFile(certificatePath, 'utf8'),
      key: await readFile(keyPath, 'utf8'),
    }
  } catch {
    return null
  }
}

function isGoodFor(certificate: string, milliseconds: number): boolean {
  return new Date(new X509Certificate(certificate).validTo).getTime() - Date.now() > milliseconds
}
