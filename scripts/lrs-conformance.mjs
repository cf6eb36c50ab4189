/** `npm run lrs:conformance`: the requests and answers that the testers of LRS ask for. */
import { ensureInstalled } from './lib/install.mjs'
import { main } from './lib/main.mjs'
import { node } from './lib/run.mjs'

await main(async () => {
  await ensureInstalled()
  return node(['--import', 'tsx', 'tests/lrs/conformance/main.ts', ...process.argv.slice(2)])
})
