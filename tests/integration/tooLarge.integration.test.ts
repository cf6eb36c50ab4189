import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { FastifyInstance } from 'fastify'
import { bearer, testApp } from '../../backend/http/testing/testApp.ts'
import { createForward, type Forward } from '../../sandbox/front/forward.ts'

const megabyte = Buffer.alloc(1024 * 1024, ' ')
const portOf = (server: { address(): AddressInfo | string | null }): number => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

describe('a body larger than a route takes', () => {
  let app: FastifyInstance
  let front: Server
  let forward: Forward
  let authorization: string
  beforeAll(async () => {
    const made = await testApp()
    app = made.app
    authorization = bearer(await made.token()).authorization
    await app.listen({ port: 0, host: '127.0.0.1' })
    forward = createForward({ host: '127.0.0.1', port: portOf(app.server) })
    front = createServer(forward).listen(0, '127.0.0.1')
    await once(front, 'listening')
  })
  afterAll(async () => {
    forward.close()
    front.close()
    await app.close()
  })

  /** Sends it all, as most clients do, before it looks at the answer. */
  const send = async (port: number, path: string, megabytes: number): Promise<number> => {
    const asking = request({
      port,
      path,
      host: '127.0.0.1',
      method: 'POST',
      agent: false,
      headers: {
        authorization,
        'content-type': 'application/json',
        'content-length': megabytes * megabyte.length,
      },
    })
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      asking.once('response', resolve)
      asking.once('error', reject)
    })
    Readable.from(Array.from({ length: megabytes }, () => megabyte)).pipe(asking)
    const answer = await answered
    answer.resume()
    return answer.statusCode ?? 0
  }

  it.each([
    ['/api/learners/search', 2],
    ['/api/updates', 33],
  ])('is told so by %s when all of it was sent, through the front too', async (path, megabytes) => {
    expect(await send(portOf(app.server), path, megabytes)).toBe(413)
    expect(await send(portOf(front), path, megabytes)).toBe(413)
  })
})
