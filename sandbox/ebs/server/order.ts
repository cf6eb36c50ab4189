import { platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { shortName } from './serverUser.ts'

/** What a keeper is told when it is started. */
export const keeperOrder = z.object({
  folder: z.string(),
  port: z.nullable(z.int()),
  /** How long the server stays up after the last holder has gone. */
  lingerMs: z.int(),
  /** Whether one holder alone is served. */
  exclusive: z.boolean(),
  /** Whether the database files are removed at the end. */
  throwAway: z.boolean(),
})
export type KeeperOrder = z.infer<typeof keeperOrder>

/** The one line a keeper sends to each holder. */
export const keeperLine = z.union([
  z.object({ url: z.string() }),
  z.object({ failed: z.string() }),
  z.object({ inUse: z.literal(true) }),
])
export type KeeperLine = z.infer<typeof keeperLine>

/** The socket that stands for a folder. On Linux and Windows it vanishes with its process. */
export function lockName(folder: string): string {
  const name = `ebs-sandbox-${shortName(folder)}`
  if (platform() === 'linux') return `\0${name}`
  if (platform() === 'win32') return `\\\\.\\pipe\\${name}`
  return join(tmpdir(), `${name}.sock`)
}
