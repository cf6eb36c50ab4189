/**
 * `npm test`: every check, each with its time, ending in one line `N passed, N failed`.
 * `npm test -- unit lint` runs the steps whose name begins so.
 */
import { ensureInstalled } from './lib/install.mjs'
import { main } from './lib/main.mjs'

await main(async () => {
  await ensureInstalled()
  const { steps } = await import('./lib/steps.mjs')
  const wanted = process.argv.slice(2)
  const chosen = steps.filter(
    ({ name }) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)),
  )
  const total = { passed: 0, failed: 0, skipped: 0 }
  const report = []
  for (const { name, run } of chosen) {
    console.log(`\n— ${name}`)
    const from = Date.now()
    const count = await run().catch((error) => {
      console.error(error instanceof Error ? error.message : error)
      return { passed: 0, failed: 1, skipped: 0 }
    })
    const seconds = ((Date.now() - from) / 1000).toFixed(1)
    for (const key of Object.keys(total)) total[key] += count[key]
    report.push(`${name}: ${count.passed} passed, ${count.failed} failed in ${seconds} s`)
    console.log(`  ${report.at(-1)}`)
  }
  console.log(`\n${report.join('\n')}\n`)
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
  return total.failed === 0 && total.passed > 0 ? 0 : 1
})
