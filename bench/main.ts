/**
 * `npm run bench`: every benchmark as ratios against its baseline of the same run.
 * `-- --json` prints them for machines; further words choose benchmarks by name: `-- lrs update`.
 */
import { downloadBench } from './download.ts'
import { lrsBench } from './lrs.ts'
import type { BenchResult } from './result.ts'
import { searchBench } from './search.ts'
import { updateBench } from './update.ts'

const benches: Readonly<Record<string, () => Promise<BenchResult[]>>> = {
  lrs: lrsBench,
  download: downloadBench,
  search: searchBench,
  update: updateBench,
}

const words = process.argv.slice(2)
const json = words.includes('--json')
const chosen = words.filter((word) => word in benches)
const names = chosen.length > 0 ? chosen : Object.keys(benches)

const results: BenchResult[] = []
for (const name of names) {
  if (!json) console.log(`\n${name}`)
  for (const result of (await benches[name]?.()) ?? []) {
    results.push(result)
    if (!json) console.log(line(result))
  }
}
if (json) console.log(JSON.stringify(results, null, 2))
process.exit()

function line({ name, ratio, limit, unit, detail, notes = [] }: BenchResult): string {
  const below = [detail, ...notes].map((each) => `\n    ${each}`).join('')
  return `  ${name}: ${ratio.toFixed(3)} ${unit} (limit ${limit})${below}`
}
