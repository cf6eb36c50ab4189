/**
 * `npm test`: every check, each with its time, ending in one line `N passed, N failed`.
 * `npm test -- unit lint` runs the steps whose name begins so.
 */
import { availableParallelism } from 'node:os'
import { ensureInstalled } from './lib/install.mjs'
import { main } from './lib/main.mjs'
import { node, stopping } from './lib/run.mjs'

/** More at a time would want more memory than many machines have: a check of types takes one GB. */
const mostAtOnce = 3

const heading = (name) => `\n— ${name}`

const broken = { passed: 0, failed: 1, skipped: 0 }

let stopped = false
for (const signal of stopping) {
  process.on(signal, () => {
    stopped = true
  })
}

/** Runs a step to its end and says how it ended; what breaks it counts as a failure. */
async function ended({ name, run }, start) {
  const from = Date.now()
  if (stopped) return { count: broken, line: `${name}: not run` }
  const count = await run(start).catch((error) => {
    console.error(error instanceof Error ? error.message : error)
    return broken
  })
  const seconds = ((Date.now() - from) / 1000).toFixed(1)
  return { count, line: `${name}: ${count.passed} passed, ${count.failed} failed in ${seconds} s` }
}

await main(async () => {
  await ensureInstalled()
  const { steps } = await import('./lib/steps.mjs')
  const wanted = process.argv.slice(2)
  const chosen = steps.filter(
    ({ name }) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)),
  )
  const endings = new Map()

  // Steps of one thread run beside each other; each prints as a whole when it has ended.
  const beside = chosen.filter(({ everyCore }) => !everyCore)
  if (beside.length > 1)
    console.log(`\nSide by side: ${beside.map(({ name }) => name).join(', ')}…`)
  const { default: PQueue } = await import('p-queue')
  const queue = new PQueue({ concurrency: Math.min(availableParallelism(), mostAtOnce) })
  await queue.addAll(
    beside.map((step) => async () => {
      let said = ''
      const hear = (text) => {
        said += text
      }
      const ending = await ended(step, (args, options) => node(args, { ...options, hear }))
      endings.set(step, ending)
      console.log(`${heading(step.name)}\n${said}  ${ending.line}`)
    }),
  )
  for (const step of chosen.filter(({ everyCore }) => everyCore)) {
    console.log(heading(step.name))
    const ending = await ended(step, node)
    endings.set(step, ending)
    console.log(`  ${ending.line}`)
  }

  const total = { passed: 0, failed: 0, skipped: 0 }
  const report = chosen.map((step) => {
    const { count, line } = endings.get(step)
    for (const key of Object.keys(total)) total[key] += count[key]
    return line
  })
  console.log(`\n${report.join('\n')}\n`)
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
  return total.failed === 0 && total.passed > 0 ? 0 : 1
})
