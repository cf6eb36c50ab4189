/** `npm start`: the whole product in the sandbox. Installs and builds what is missing first. */
import { ensureInstalled } from './lib/install.mjs'
import { leaveWithNpm } from './lib/leaveWithNpm.mjs'
import { main } from './lib/main.mjs'
import { node } from './lib/run.mjs'

await main(async () => {
  leaveWithNpm()
  await ensureInstalled()
  const { buildPane, buildPreview } = await import('./lib/build.mjs')
  await buildPane()
  await buildPreview()
  return node(['--import', 'tsx', 'sandbox/main.ts'])
})
