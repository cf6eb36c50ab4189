import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { node } from './run.mjs'
import { root } from './root.mjs'

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
  if (isInstalled()) return
  console.log('Installing packages (once; a minute or two)…')
  const npm = process.env.npm_execpath
  if (!npm) throw new Error('Start this with npm, so that it can install its packages.')
  const code = await node([npm, 'ci', '--no-audit', '--no-fund', '--loglevel=error'])
  if (code !== 0) {
    throw new Error(
      'The packages could not be installed. Is the npm registry reachable? npm’s own words stand above.',
    )
  }
}

/** Whether node_modules holds what package-lock.json names, by npm's own note of what it installed. */
function isInstalled() {
  const note = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(note)) return false
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const there = JSON.parse(readFileSync(note, 'utf8')).packages
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true
    const found = there[path]
    // Packages for other systems are left out, rightly.
    return found === undefined ? Boolean(optional ?? devOptional) : found.version === version
  })
}
