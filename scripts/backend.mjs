/** `npm run backend`: the built backend alone, from its environment. */
import { ensureInstalled } from './lib/install.mjs'
import { leaveWithNpm } from './lib/leaveWithNpm.mjs'
import { main } from './lib/main.mjs'

await main(async () => {
  leaveWithNpm()
  await ensureInstalled()
  const { buildPane, buildServer } = await import('./lib/build.mjs')
  await buildPane()
  await buildServer()
  // In this process, so that the signals of a service manager reach it without a step between.
  await import('../dist/server/backend/main.js')
})
