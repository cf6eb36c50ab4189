import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'

/** Whether a Redis can be started here: npm has none to install, so it has to be on the machine. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0

export interface RedisServer {
  readonly url: string
  /** Stops it as a power cut would; `start` brings one up on the same port, empty. */
  kill(): Promise<void>
  start(): Promise<void>
}

/** A Redis on a free port, with nothing on disk. */
export async function startRedis(): Promise<RedisServer> {
  const port = await freePort()
  const options = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
  ]
  const run = async () => {
    const child = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'inherit'] })
    for await (const piece of child.stdout) if (String(piece).includes('Ready to accept')) break
    child.stdout.resume()
    return child
  }
  let child = await run()
  return {
    url: `redis://127.0.0.1:${port}`,
    async kill() {
      const gone = once(child, 'exit')
      if (child.kill('SIGKILL')) await gone
    },
    async start() {
      child = await run()
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
