import { once } from 'node:events'
import { request } from 'node:http'
import { Writable } from 'node:stream'
import { expect, it } from '@jest/globals'
import { pino } from 'pino'
import { bearer, testApp } from './testing/testApp.ts'

it('a search whose client goes away is stopped, and is no failure of ours', async () => {
  const lines: string[] = []
  const log = new Writable({
    write: (line: Buffer, _encoding, done) => {
      lines.push(line.toString())
      done()
    },
  })
  let begin: () => void = () => undefined
  const begun = new Promise<void>((resolve) => (begin = resolve))
  let stop: () => void = () => undefined
  const stopped = new Promise<void>((resolve) => (stop = resolve))
  const { app, token } = await testApp({
    logger: pino(log),
    directory: {
      fields: () => [],
      find: () => Promise.resolve(new Map()),
      async search(_request, _visibility, signal) {
        begin()
        await once(signal, 'abort')
        stop()
        signal.throwIfAborted()
        return { kind: 'found', learners: [], total: 0 }
      },
    },
  })
  const address = await app.listen({ port: 0 })
  const headers = { ...bearer(await token()), 'content-type': 'application/json' }
  const call = request(`${address}/api/learners/search`, { method: 'POST', headers })
  call.on('error', () => undefined)
  call.end('{"condition": {"combinator": "and", "rules": []}}')
  await begun
  call.destroy()
  await stopped
  // Long enough for an error to be judged and written.
  await new Promise((resolve) => setTimeout(resolve, 100))
  await app.close()
  expect(lines.filter((line) => line.includes('"level":50'))).toEqual([])
})
