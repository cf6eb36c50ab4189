/** `npm run screenshots`: every screen of the sandbox into docs/images/. */
import { ensureInstalled } from './lib/install.mjs'
import { main } from './lib/main.mjs'
import { node } from './lib/run.mjs'

await main(async () => {
  await ensureInstalled()
  const { buildPane, buildPreview } = await import('./lib/build.mjs')
  await buildPane()
  await buildPreview()
  const { needBrowser } = await import('./lib/browser.mjs')
  const env = { BROWSER_PATH: needBrowser() }
  return node(['--import', 'tsx', 'tests/screenshots/main.ts', ...process.argv.slice(2)], { env })
})
