import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sandbox, SandboxOptions } from '../../sandbox/startSandbox.ts'
import { startSandbox } from '../../sandbox/startSandbox.ts'

/** How long starting a whole sandbox may take on a busy machine. */
export const startingMs = 180_000

/** A small sandbox of its own, with files that go when it stops. */
export async function startTestSandbox(change: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const root = process.cwd()
  const folder = join(root, '.sandbox', `test-${randomBytes(4).toString('hex')}`)
  const sandbox = await startSandbox({
    root,
    folder,
    port: 0,
    learners: 120,
    seed: 1,
    lrsDelayMs: 10,
    lrsFaults: '',
    ...change,
  })
  return {
    ...sandbox,
    async stop() {
      await sandbox.stop()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
