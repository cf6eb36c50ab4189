import { z } from 'zod'
import { ok, wrong } from './checked.ts'
import type { Checked } from './checked.ts'
import { readNamedFile } from './namedFile.ts'
import { utf8Text } from './utf8.ts'

/** Group id → the owning organisations whose learners it may see. */
export type Organisations = ReadonlyMap<string, readonly string[]>

const shape = z.record(z.string(), z.array(z.string().min(1)))

/** The file of VISIBLE_ORGANISATIONS; undefined where it is not set, and everybody sees all. */
export function readOrganisations(path: string | undefined): Checked<Organisations | undefined> {
  if (path === undefined) return ok(undefined)
  const file = readNamedFile('VISIBLE_ORGANISATIONS', path)
  if (file.kind === 'wrong') return file
  const parsed = shape.safeParse(json(utf8Text(file.value) ?? ''))
  return parsed.success
    ? ok(new Map(Object.entries(parsed.data)))
    : wrong(
        'VISIBLE_ORGANISATIONS names a file that is not JSON of the form {"<group id>": ["<organisation>", …]}',
      )
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
