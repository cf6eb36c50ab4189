/** Finds an installed Chrome, Edge or Chromium; installs Debian's chromium where that can be done. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const onPath = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
]
const mac = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
const windows = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
]

function which(command) {
  const found = spawnSync('which', [command], { encoding: 'utf8' })
  return found.status === 0 ? found.stdout.trim() : null
}

function candidates() {
  if (process.platform === 'darwin') return mac
  if (process.platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .map((name) => process.env[name])
      .filter(Boolean)
      .flatMap((root) => windows.map((path) => join(root, path)))
  }
  return onPath.map(which).filter(Boolean)
}

/** @returns {string | null} the program's path; `BROWSER_PATH` wins. */
export function findBrowser() {
  const named = process.env.BROWSER_PATH
  if (named && existsSync(named)) return named
  return candidates().find((path) => existsSync(path)) ?? null
}

/**
 * The same, installing Debian's chromium when there is none and this is Debian as root.
 * @returns {string} the program's path
 * @throws when no browser is there and none can be installed; says what to do.
 */
export function needBrowser() {
  const present = findBrowser()
  if (present) return present
  const root = process.getuid?.() === 0
  if (process.platform === 'linux' && root && which('apt-get')) {
    console.log('No browser found: installing Debian’s chromium (once)…')
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'] }
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    execFileSync('apt-get', ['update', '-qq'], { ...quiet, env })
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      ...quiet,
      env,
    })
    const installed = findBrowser()
    if (installed) return installed
  }
  throw new Error(
    'The end-to-end tests need Chrome, Edge or Chromium. Install one, or set BROWSER_PATH to its program.',
  )
}
