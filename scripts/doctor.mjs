/** `npm run doctor`: looks at a configuration without changing anything. */
import { ensureInstalled } from './lib/install.mjs'
import { main } from './lib/main.mjs'
import { node } from './lib/run.mjs'

await main(async () => {
  await ensureInstalled()
  return node(['--import', 'tsx', 'backend/doctor/main.ts', ...process.argv.slice(2)])
})
