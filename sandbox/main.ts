/** `npm start`: the whole product in the sandbox, until Ctrl-C. */
import { join } from 'node:path'
import { findBrowser } from '../scripts/lib/browser.mjs'
import { hasScreen, openBrowser } from './browser/openBrowser.ts'
import type { OpenedBrowser } from './browser/openBrowser.ts'
import { readSandboxEnvironment } from './environment.ts'
import type { Sandbox } from './startSandbox.ts'
import { startSandbox } from './startSandbox.ts'

const root = join(import.meta.dirname, '..')
const folder = join(root, '.sandbox')

function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

function show(sandbox: Sandbox, page: string): OpenedBrowser | null {
  const { CI, SANDBOX_OPEN } = process.env
  if (CI || SANDBOX_OPEN === '0') return null
  const program = hasScreen(process.env) ? findBrowser() : null
  const byHand = () =>
    say(
      'No Chrome, Edge or Chromium to open here. Any browser opens the address above, with a warning about its certificate.',
    )
  if (program === null) {
    byHand()
    return null
  }
  const profile = join(folder, 'browser')
  return openBrowser({ program, profile, pin: sandbox.pin, address: page }, byHand)
}

async function run(): Promise<void> {
  const sandbox = await startSandbox({ ...readSandboxEnvironment(process.env), root, folder })
  const page = `${sandbox.address}/preview`
  process.stdout.write(`Ready: ${page}\n`)
  const browser = show(sandbox, page)

  const asked = new Promise<'asked'>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => resolve('asked'))
    }
  })
  const end = await Promise.race([asked, sandbox.backend.now().gone])
  if (end !== 'asked') {
    say(`The backend has ended by itself. Its log says why: ${join(folder, 'backend.log')}`)
    process.exitCode = 1
  }
  browser?.close()
  await sandbox.stop()
}

run().then(
  () => process.exit(),
  (error: unknown) => {
    say(error instanceof Error ? error.message : String(error))
    process.exit(1)
  },
)
