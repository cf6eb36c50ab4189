import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it } from '@jest/globals'

const script = new URL('../../scripts/lib/leaveWithNpm.mjs', import.meta.url).href
const served = `import(${JSON.stringify(script)}).then(({ leaveWithNpm }) => { leaveWithNpm(); console.log(process.pid) }); process.on('SIGTERM', () => process.exit(0)); setInterval(() => {}, 1000)`

const isThere = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

it.each([
  ['started by npm is stopped when npm’s shell is', { npm_lifecycle_event: 'backend' }, false],
  ['started otherwise goes on', { npm_lifecycle_event: undefined }, true],
])(
  'a program %s',
  async (_, change, goesOn) => {
    // As npm runs a script: through a shell, which a signal ends and which passes none on.
    const shell = spawn('sh', ['-c', `"${process.execPath}" -e "$SERVED" & wait`], {
      env: { ...process.env, SERVED: served, ...change },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [printed] = await once(shell.stdout, 'data')
    const pid = Number(String(printed))
    shell.kill('SIGTERM')
    const until = Date.now() + (goesOn ? 1_500 : 10_000)
    while (isThere(pid) && Date.now() < until) await new Promise((done) => setTimeout(done, 50))
    expect(isThere(pid)).toBe(goesOn)
    if (goesOn) process.kill(pid, 'SIGKILL')
    shell.stdout.destroy()
  },
  30_000,
)
