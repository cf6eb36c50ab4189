import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { node } from './run.mjs'
import { root } from './root.mjs'

const stamp = join(root, 'node_modules/.installed-from')
const oldest = [20, 19]

/**
 * Makes sure that the packages of package-lock.json are installed; does nothing when they are.
 * @throws when Node is too old or the installation fails; says what to do
 */
export async function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
    throw new Error(
      `This needs Node ${oldest.join('.')} or later; here is ${process.versions.node}. Install a newer one and try again.`,
    )
  }
  const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  const wanted = lock.digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('Installing packages (once; a minute or two)…')
  const npm = process.env.npm_execpath
  if (!npm) throw new Error('Start this with npm, so that it can install its packages.')
  const code = await node([npm, 'ci', '--no-audit', '--no-fund', '--loglevel=error'])
  if (code !== 0) {
    throw new Error(
      'The packages could not be installed. Is the npm registry reachable? npm’s own words stand above.',
    )
  }
  writeFileSync(stamp, wanted)
}
