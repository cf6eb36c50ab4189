import { createServer, type Socket } from 'node:net'
import { listenAlone } from './listenAlone.ts'
import { keeperOrder, lockName, type KeeperLine } from './order.ts'
import { startPostgres } from './postgres.ts'

/**
 * The process that keeps a server. It lives apart from those who use the server, so that one who is
 * killed leaves nothing running.
 *
 * Whoever wants the server up holds a connection to the keeper and is sent one line with the
 * address. Connections close with the processes that hold them, however these end; when the last
 * has been gone for `lingerMs` the server is stopped. The listening socket is the lock of the
 * folder, held until the files are at rest: a second keeper cannot listen, and leaves.
 */
const order = keeperOrder.parse(JSON.parse(process.argv[2] ?? 'null'))
const firstHolderMs = 30_000
const holders = new Set<Socket>()
let ending = false
let closing = setTimeout(end, firstHolderMs)

const lock = createServer({ allowHalfOpen: true }, (socket) => {
  socket.on('error', () => socket.destroy())
  if (ending) socket.destroy()
  else if (order.exclusive && holders.size > 0) answer(socket, { inUse: true })
  else admit(socket)
})
if (!(await listenAlone(lock, lockName(order.folder)))) process.exit(0)
const started = startPostgres(order.folder, order.port)
started.catch(end)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end)

function admit(socket: Socket): void {
  holders.add(socket)
  clearTimeout(closing)
  socket.resume()
  socket.once('end', () => leave(socket))
  socket.once('close', () => leave(socket))
  started.then(
    ({ url }) => answer(socket, { url }),
    (error: unknown) => answer(socket, { failed: String(error) }),
  )
}

function leave(socket: Socket): void {
  if (!holders.delete(socket) || holders.size > 0) {
    socket.end()
    return
  }
  clearTimeout(closing)
  closing = setTimeout(end, order.lingerMs)
  // The last one's connection stays half open until the server is at rest, unless that takes a while.
  if (order.lingerMs > 0) socket.end()
}

function answer(socket: Socket, line: KeeperLine): void {
  socket.write(`${JSON.stringify(line)}\n`)
}

function end(): void {
  if (ending) return
  ending = true
  started
    .then(async (server) => {
      await server.stop()
      if (order.throwAway) await server.discard()
    })
    .finally(() => process.exit())
    .catch((error: unknown) => console.error(String(error)))
}
