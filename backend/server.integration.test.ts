import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, expect, it } from '@jest/globals'
import { pino } from 'pino'
import { makeAuthority } from '../sandbox/certificates/authority.ts'
import { testDatabase } from '../sandbox/ebs/index.ts'
import { readConfiguration } from './config/readConfiguration.ts'
import { completeEnvironment } from './config/testing.ts'
import { startServer } from './server.ts'

const folder = mkdtempSync(join(tmpdir(), 'plr-server-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, content: string): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const statusOf = (address: string, ca: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    get(address, { ca }, (response) => {
      response.resume()
      resolve(response.statusCode)
    }).once('error', reject)
  })

it('serves its own TLS, and starts not ready without a client certificate that can be used', async () => {
  const database = await testDatabase()
  const authority = makeAuthority('Server')
  const own = authority.server(['127.0.0.1'])
  const read = await readConfiguration({
    ...completeEnvironment,
    EBS_CONNECTION: database.url,
    LINK_MIGRATE: 'auto',
    PORT: '0',
    TLS_CERTIFICATE: file('tls.pem', own.certificate),
    TLS_KEY: file('tls.key', own.key),
    LRS_CERTIFICATE: file('lrs.p12', 'no certificate'),
    AUTH_ISSUER: 'http://127.0.0.1:9',
  })
  if (read.kind === 'wrong') throw new Error(read.problems.join('\n'))
  const lines: string[] = []
  const log = new Writable({
    write: (line: Buffer, _encoding, done) => {
      lines.push(line.toString())
      done()
    },
  })
  const started = await startServer(read.value, pino(log))
  if (started.kind === 'refused') throw new Error(started.message)
  try {
    expect(lines.join('')).toMatch(/not ready: the LRS client certificate cannot be used/)
    expect(started.address).toMatch(/^https:/)
    expect(await statusOf(`${started.address}/health/live`, authority.certificate)).toBe(200)
    expect(await statusOf(`${started.address}/health/ready`, authority.certificate)).toBe(503)
  } finally {
    await started.stop()
    await database.close()
  }
}, 60_000)
