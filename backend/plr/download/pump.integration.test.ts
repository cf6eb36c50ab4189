import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from '@jest/globals'

const pump = new URL('pump.ts', import.meta.url).href

/** In a process of its own: what is left unhandled would end it, and the backend with every stream. */
it('work that fails while the reader takes its time waits for the reader', async () => {
  const program = `
    import { setTimeout } from 'node:timers/promises'
    import { pump } from ${JSON.stringify(pump)}
    const work = (n) => (n < 3 ? Promise.resolve(n) : Promise.reject(new Error('ebs went away')))
    const outcomes = pump([1, 2, 3, 4], 2, work)
    await outcomes.next()
    await setTimeout(20)
    await outcomes.next()
    await outcomes.next().catch((error) => console.log(error.message))
  `
  const node = ['--import', 'tsx', '--input-type=module', '--eval', program]
  const { stdout } = await promisify(execFile)(process.execPath, node)
  expect(stdout).toBe('ebs went away\n')
})
