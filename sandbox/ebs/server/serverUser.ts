import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, realpath, stat } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

/**
 * Whom the server runs as. PostgreSQL refuses root, so root starts it as an ordinary account of the
 * system; anybody else starts it as themselves.
 */
export type ServerUser =
  { readonly kind: 'self' } | { readonly kind: 'other'; readonly uid: number; readonly gid: number }

const run = promisify(execFile)

/** The account to run the server as. As root an account that every system has: none is made. */
export async function serverUser(): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return { kind: 'self' }
  for (const name of ['postgres', 'nobody']) {
    const ids = await idsOf(name)
    if (ids) return { kind: 'other', ...ids }
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is neither an account "postgres" nor "nobody". ' +
      'Start as an ordinary user, or set SANDBOX_EBS_URL to a server that runs already.',
  )
}

async function idsOf(name: string): Promise<{ uid: number; gid: number } | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return null
  }
}

const enterOthers = 0o001

/** Whether the server's user may enter a folder and every folder above it. */
export async function isReachable(folder: string, user: ServerUser): Promise<boolean> {
  if (user.kind === 'self') return true
  for (let at = await realpath(folder); ; at = dirname(at)) {
    const { mode, uid } = await stat(at)
    if ((mode & enterOthers) === 0 && uid !== user.uid) return false
    if (at === dirname(at)) return true
  }
}

/** A folder for what has to lie outside the checkout; only this user may write there. */
export async function scratchFolder(): Promise<string> {
  const folder = join(tmpdir(), `ebs-sandbox-${userInfo().uid}`)
  await mkdir(folder, { recursive: true, mode: 0o755 })
  const { uid } = await stat(folder)
  if (process.getuid && uid !== process.getuid()) {
    throw new Error(`${folder} belongs to somebody else. Remove it and start again.`)
  }
  return folder
}

/** A short name for a path, to be part of other names. */
export function shortName(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12)
}
