/** `npm run excel`: the sandbox, with the add-in sideloaded into desktop Excel (Windows, macOS). */
import { spawn } from 'node:child_process'
import { ensureInstalled } from './lib/install.mjs'
import { main } from './lib/main.mjs'
import { node } from './lib/run.mjs'
import { root } from './lib/root.mjs'

const debugging = (verb) => [
  'node_modules/office-addin-debugging/cli.js',
  verb,
  'manifest.xml',
  'desktop',
]

await main(async () => {
  if (process.platform !== 'win32' && process.platform !== 'darwin') {
    throw new Error(
      'Desktop Excel runs on Windows and macOS only. Here, use the workbook preview: npm start.',
    )
  }
  await ensureInstalled()
  const { buildPane, buildPreview } = await import('./lib/build.mjs')
  await buildPane()
  await buildPreview()
  const sandbox = spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.ts'], {
    cwd: root,
    stdio: ['inherit', 'pipe', 'inherit'],
    env: { ...process.env, SANDBOX_OPEN: '0' },
  })
  const ended = new Promise((resolve) => sandbox.once('exit', (code) => resolve(code ?? 0)))
  process.on('SIGINT', () => sandbox.kill('SIGINT'))
  await new Promise((resolve, reject) => {
    sandbox.stdout.on('data', (chunk) => {
      process.stdout.write(chunk)
      if (String(chunk).includes('Ready:')) resolve(undefined)
    })
    sandbox.once('exit', () => reject(new Error('The sandbox did not start.')))
  })
  // Excel shows no pane from an address that the system does not trust.
  await node(['node_modules/office-addin-dev-certs/cli.js', 'verify'])
  await node([...debugging('start'), '--no-debug'])
  const code = await ended
  await node(debugging('stop'))
  return code
})
