/** `npm run bench`: every benchmark against its baseline, as ratios of the same run. */
import { ensureInstalled } from './lib/install.mjs'
import { main } from './lib/main.mjs'
import { node } from './lib/run.mjs'

await main(async () => {
  await ensureInstalled()
  return node(['--expose-gc', '--import', 'tsx', 'bench/main.ts', ...process.argv.slice(2)])
})
