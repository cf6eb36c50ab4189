import { test as base, expect } from '@playwright/test'
import type { Sandbox } from '../../../sandbox/startSandbox.ts'
import { startingMs, startTestSandbox } from '../../support/testSandbox.ts'
import { watch } from './guard.ts'
import { openPreview } from './preview.ts'
import type { Preview } from './preview.ts'

interface ForEachTest {
  readonly preview: Preview
}

interface ForTheRun {
  readonly sandbox: Sandbox
}

/** A test with a whole sandbox behind it; it fails on anything the guard of its pages complains of. */
export const test = base.extend<ForEachTest, ForTheRun>({
  sandbox: [
    async ({ browserName: _browserName }, use) => {
      const sandbox = await startTestSandbox({ learners: 1200, lrsDelayMs: 30 })
      await use(sandbox)
      await sandbox.stop()
    },
    { scope: 'worker', timeout: startingMs },
  ],
  ignoreHTTPSErrors: true,
  context: async ({ context }, use) => {
    const guard = await watch(context)
    await use(context)
    expect(guard.complaints).toEqual([])
  },
  preview: async ({ page, sandbox }, use) => {
    await use(await openPreview(page, sandbox.address))
  },
})
