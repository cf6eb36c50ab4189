import { connect, createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { expect, it } from '@jest/globals'
import { closing } from './closing.ts'

it('closes a server with connections on which nothing was ever said', async () => {
  const server = createServer()
  const close = closing(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const accepted = new Promise((resolve) => server.once('connection', resolve))
  const client = connect(port, '127.0.0.1')
  await accepted
  const cut = new Promise((resolve) => client.once('close', resolve))
  await close()
  await cut
  expect(server.listening).toBe(false)
})
