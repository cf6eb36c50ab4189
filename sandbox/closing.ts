import type { Server, Socket } from 'node:net'

/**
 * Watches a server's connections from now on, and returns what closes it with all of them, also those
 * still shaking hands, which `closeAllConnections` does not know yet.
 */
export function closing(server: Server): () => Promise<void> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
}
