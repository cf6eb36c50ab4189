import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import type { Readable } from 'node:stream'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

export interface FoundFile {
  readonly type: string
  readonly length: number
  open(): Readable
}

/** The file at a path below `folder`, or null: nothing outside the folder, and no folders. */
export async function findFile(folder: string, path: string): Promise<FoundFile | null> {
  const below = normalize(folder)
  const file = normalize(join(below, path))
  if (!file.startsWith(below + sep) || file.includes('\0')) return null
  try {
    const about = await stat(file)
    if (!about.isFile()) return null
    return {
      type: types[extname(file)] ?? 'application/octet-stream',
      length: about.size,
      open: () => createReadStream(file),
    }
  } catch {
    return null
  }
}
