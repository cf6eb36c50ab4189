import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * Linux gives out ports from 32768 by itself, Windows and macOS from 49152: one from below stays ours
 * while its server is down.
 */
const lowest = 20_000
const beyond = 32_768
const mostTries = 1000

async function isFree(port: number): Promise<boolean> {
  const server = createServer()
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening')
  } catch {
    return false
  }
  server.close()
  await once(server, 'close')
  return true
}

/**
 * So many different ports on this machine that nobody listens on at the moment, and that nobody is
 * given who asks for any port.
 */
export async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>()
  for (let tries = 0; found.size < count; tries += 1) {
    if (tries === mostTries) throw new Error('No port is free.')
    const port = randomInt(lowest, beyond)
    if (!found.has(port) && (await isFree(port))) found.add(port)
  }
  return [...found]
}
