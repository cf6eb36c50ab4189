import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const usage = z.object({ heap: z.number(), user: z.number() })

/** A backend under measurement. */
export interface MeasuredBackend {
  /** Bytes on the heap after a collection, and user CPU since the start in microseconds. */
  usage(): Promise<z.infer<typeof usage>>
  close(): Promise<void>
}

/** Starts the real backend with this environment; `BENCH_CPU_PROF` names a folder for a CPU profile. */
export async function startMeasured(
  environment: Readonly<Record<string, string>>,
  port: number,
): Promise<MeasuredBackend> {
  const profile = process.env['BENCH_CPU_PROF']
  const child = fork(fileURLToPath(new URL('./backendChild.ts', import.meta.url)), {
    env: environment,
    execArgv: [
      '--expose-gc',
      '--import',
      'tsx',
      ...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []),
    ],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const until = Date.now() + 60_000
  while (!(await isReady(port))) {
    if (child.exitCode !== null || Date.now() > until)
      throw new Error('The backend does not start.')
    await pause(100)
  }
  return {
    async usage() {
      const answer = once(child, 'message')
      child.send('usage')
      return usage.parse((await answer)[0])
    },
    async close() {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok
  } catch {
    return false
  }
}
