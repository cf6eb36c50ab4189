import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The folder that holds package.json and dist/: two steps up when built, one when run from source.
 * @throws when none is above this file
 */
export function installationRoot(from = import.meta.dirname): string {
  if (existsSync(join(from, 'package.json'))) return from
  const parent = dirname(from)
  if (parent === from) throw new Error('The installation holds no package.json')
  return installationRoot(parent)
}
