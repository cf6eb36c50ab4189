import { createServer } from 'node:net'
import type { Server } from 'node:net'

function listen(): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve(server))
  })
}

function release(server: Server): Promise<number> {
  const address = server.address()
  return new Promise((resolve, reject) => {
    server.close(() => {
      if (address === null || typeof address === 'string') reject(new Error('No port is free.'))
      else resolve(address.port)
    })
  })
}

/** So many different ports on this machine that nobody listens on at the moment. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, listen))
  return Promise.all(servers.map(release))
}
