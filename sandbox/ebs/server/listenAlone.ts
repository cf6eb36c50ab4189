import { rm } from 'node:fs/promises'
import { connect, type Server } from 'node:net'

/**
 * Listens on a socket name unless somebody else does.
 * @returns whether we are the one who listens
 */
export async function listenAlone(server: Server, name: string): Promise<boolean> {
  if (await listens(server, name)) return true
  if (!name.endsWith('.sock') || (await answers(name))) return false
  // A socket file outlives its process where names are files.
  await rm(name, { force: true })
  return listens(server, name)
}

function listens(server: Server, name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const refused = () => resolve(false)
    server.once('error', refused)
    server.listen(name, () => {
      server.off('error', refused)
      resolve(true)
    })
  })
}

function answers(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(name)
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })
}
