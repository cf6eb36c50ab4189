import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

export interface Backend {
  readonly port: number
  /** Resolves when the process is gone, whoever ended it. */
  readonly gone: Promise<void>
  /** Asks it to stop and waits until it has. */
  stop(): Promise<void>
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>
}

export interface BackendOptions {
  readonly root: string
  readonly port: number
  readonly environment: Readonly<Record<string, string>>
  /** Where what it prints goes. */
  readonly log: string
}

const startingMs = 60_000
const stoppingMs = 10_000

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok
  } catch {
    return false
  }
}

/**
 * Starts the backend from its sources as a process of its own and waits until it is ready.
 * @throws when it ends instead, or is not ready in a minute; says what it printed last
 */
export async function startBackend(options: BackendOptions): Promise<Backend> {
  const { root, port, environment, log } = options
  const main = pathToFileURL(join(root, 'backend/main.ts')).href
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(root, 'sandbox/backend/child.ts'), main],
    { cwd: root, env: environment, stdio: ['pipe', 'pipe', 'pipe'] },
  )
  const output = createWriteStream(log, { flags: 'a' })
  child.stdout.pipe(output, { end: false })
  child.stderr.pipe(output, { end: false })

  let running = true
  const gone = new Promise<void>((resolve) => {
    child.once('close', () => {
      running = false
      output.end(resolve)
    })
  })
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    if (running) child.kill(signal)
    await gone
  }
  const stop = async (): Promise<void> => {
    const late = new AbortController()
    const kill = pause(stoppingMs, undefined, { signal: late.signal, ref: false }).then(
      () => child.kill('SIGKILL'),
      () => false,
    )
    await end('SIGTERM')
    late.abort()
    await kill
  }

  const until = Date.now() + startingMs
  while (!(await answers(port))) {
    if (running && Date.now() < until) {
      await pause(100)
      continue
    }
    const why = running ? 'is not ready after a minute' : 'ended while it was starting'
    await end('SIGKILL')
    const printed = (await readFile(log, 'utf8')).trimEnd().split('\n').slice(-20).join('\n')
    throw new Error(`The backend ${why}. The end of ${log}:\n${printed}`)
  }
  return { port, gone, stop, kill: () => end('SIGKILL') }
}
