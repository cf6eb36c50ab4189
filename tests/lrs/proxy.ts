import { createServer, type IncomingMessage } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'

/** A CONNECT proxy that wants a user and a password. */
export interface TestProxy {
  /** With user and password, as `HTTPS_PROXY` has it. */
  readonly url: string
  /** Without them. */
  readonly bareUrl: string
  tunnels(): number
  close(): void
}

/** `divert` sends every tunnel to another port of this machine, as a box that breaks TLS open does. */
export async function startProxy(divert?: number): Promise<TestProxy> {
  const user = 'proxy user'
  const password = 'p@ss:word'
  const expected = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
  const sockets = new Set<Socket>()
  let tunnels = 0
  const server = createServer((_, response) => response.writeHead(400).end())
  server.on('connect', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    if (request.headers['proxy-authorization'] !== expected) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n')
      return
    }
    tunnels += 1
    const [, host = '', port = ''] = /^(.*):(\d+)$/.exec(request.url ?? '') ?? []
    const far = connect({ host, port: divert ?? Number(port) }, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      far.write(head)
      far.pipe(socket).pipe(far)
    })
    sockets.add(far)
    far.on('error', () => socket.destroy())
    socket.on('close', () => far.destroy())
  })
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  const at = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: `http://${encodeURIComponent(user)}:${encodeURIComponent(password)}@${at}`,
    bareUrl: `http://${at}`,
    tunnels: () => tunnels,
    close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
