import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import { request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { makeAuthority } from '../certificates/authority.ts'
import { loadEbs, testDatabase } from '../ebs/index.ts'
import type { TestDatabase } from '../ebs/index.ts'
import { makeCollege } from '../college/makeCollege.ts'
import { specials } from '../college/specials.ts'
import { PortTaken, takePort } from './front.ts'
import type { Front } from './front.ts'

const authority = makeAuthority('Front test')
const tls = authority.server(['localhost'])
const root = mkdtempSync(join(tmpdir(), 'plr-front-'))
let database: TestDatabase
let backend: Server
let front: Front
let answer: RequestListener

const portOf = (server: Server) => (server.address() as AddressInfo).port

beforeAll(async () => {
  const officeJs = join(root, 'node_modules/@microsoft/office-js/dist')
  mkdirSync(join(root, '.cache/preview'), { recursive: true })
  mkdirSync(officeJs, { recursive: true })
  writeFileSync(join(root, '.cache/preview/preview.html'), '<title>Preview</title>')
  writeFileSync(join(officeJs, 'office.js'), '/* office */')
  writeFileSync(join(root, 'manifest.xml'), '<a>https://localhost:3000/taskpane.html</a>')
  database = await testDatabase()
  await loadEbs(database.url, makeCollege({ seed: 1, learners: 0 }).ebs)
  backend = createServer((asked, answering) => answer(asked, answering))
  await new Promise<void>((resolve) => backend.listen(0, '127.0.0.1', resolve))
  front = await takePort(0, tls)
  const before = await ask('/api/config')
  expect(before.status).toBe(503)
  await front.open(
    { root, lrsControlUrl: 'https://localhost:1/', ebsUrl: database.url },
    { port: portOf(backend) },
  )
}, 60_000)
beforeEach(() => {
  answer = (_asked, answering) => answering.end('backend')
})
afterAll(async () => {
  await front.stop()
  backend.close()
  await database.close()
  rmSync(root, { recursive: true })
})

interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: string
}
const open = (path: string, method = 'GET', body = '') =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const options = { method, ca: authority.certificate, agent: false }
    request(`${front.address}${path}`, options, resolve).on('error', reject).end(body)
  })
const ask = async (path: string, method = 'GET', body = ''): Promise<Answer> => {
  const message = await open(path, method, body)
  let text = ''
  for await (const part of message) text += String(part)
  return { status: message.statusCode ?? 0, headers: message.headers, body: text }
}
const bodyOf = async (message: IncomingMessage) => {
  let text = ''
  for await (const part of message) text += String(part)
  return text
}

describe('what goes to the backend', () => {
  it('arrives with its method, path, body and address, and comes back with status and headers', async () => {
    answer = (asked, answering) => {
      void bodyOf(asked).then((body) => {
        answering.writeHead(201, { 'x-own': 'yes' })
        const { host, 'x-forwarded-proto': proto } = asked.headers
        answering.end(JSON.stringify([asked.method, asked.url, body, host, proto]))
      })
    }
    const { status, headers, body } = await ask('/api/x?y=1', 'POST', 'hello')
    expect([status, headers['x-own']]).toEqual([201, 'yes'])
    expect(JSON.parse(body)).toEqual([
      'POST',
      '/api/x?y=1',
      'hello',
      front.address.slice(8),
      'https',
    ])
  })

  it('streams: a frame is through before the next one is written', async () => {
    let more: () => void = () => undefined
    answer = (_asked, answering) => {
      answering.write('first\n')
      more = () => answering.end('second\n')
    }
    const message = await open('/api/downloads', 'POST')
    const frames: string[] = []
    for await (const part of message) {
      frames.push(String(part))
      more()
    }
    expect(frames).toEqual(['first\n', 'second\n'])
  })

  it('is told when the person goes away', async () => {
    const gone = new Promise<void>((resolve) => {
      answer = (_asked: IncomingMessage, answering: ServerResponse) => {
        answering.write('first\n')
        answering.on('close', resolve)
      }
    })
    const message = await open('/api/downloads', 'POST')
    message.once('data', () => message.destroy())
    await gone
  })

  it('breaks off when the backend does, and does not end as if all were well', async () => {
    answer = (_asked, answering) => {
      answering.write('first\n', () => answering.destroy())
    }
    await expect(ask('/api/downloads', 'POST')).rejects.toThrow(/aborted|hang up|reset/)
  })

  it('says that the backend does not answer when it is not there', async () => {
    const lonely = await takePort(0, tls)
    const nobody = createServer()
    await new Promise<void>((resolve) => nobody.listen(0, '127.0.0.1', resolve))
    const port = portOf(nobody)
    await new Promise((resolve) => nobody.close(resolve))
    await lonely.open({ root, lrsControlUrl: '', ebsUrl: database.url }, { port })
    const message = await new Promise<IncomingMessage>((resolve, reject) => {
      request(`${lonely.address}/api/me`, { ca: authority.certificate, agent: false }, resolve)
        .on('error', reject)
        .end()
    })
    expect(message.statusCode).toBe(502)
    expect(await bodyOf(message)).toContain('does not answer')
    await lonely.stop()
  })
})

describe('what the front shows itself', () => {
  it.each([
    ['/preview', '<title>Preview</title>'],
    ['/preview/office-js/office.js', '/* office */'],
  ])('%s', async (path, content) => {
    const { status, body } = await ask(path)
    expect([status, body]).toEqual([200, content])
  })

  it('the preview under a policy that lets it load from here alone', async () => {
    const policy = String((await ask('/preview')).headers['content-security-policy'])
    expect(policy).toContain("default-src 'self'")
    expect(policy).not.toMatch(/https?:/)
  })

  it('the manifest and the settings with the address of this run', async () => {
    expect((await ask('/preview/manifest.xml')).body).toBe(`<a>${front.address}/taskpane.html</a>`)
    expect(JSON.parse((await ask('/preview/settings.json')).body)).toMatchObject({
      paneUrl: `${front.address}/taskpane.html`,
      lrsControlUrl: 'https://localhost:1/',
      accounts: [{ name: 'admin@college.example' }, {}, {}],
    })
  })

  it('what ebs holds of a learner, and never as markup', async () => {
    const { body } = await ask(`/preview/ebs?person=${specials.imported}`)
    expect(body.match(/PLR data/g)).toHaveLength(3)
    const odd = (await ask(`/preview/ebs?person=${specials.lessThan}`)).body
    expect(odd).toContain('&lt;Less&gt;')
    expect(odd).not.toContain('<Less>')
  })

  it.each(['99999', "1'; drop table people; --", '99999999999999'])(
    'that nobody has the person code %s',
    async (code) => {
      const { status, body } = await ask(`/preview/ebs?person=${encodeURIComponent(code)}`)
      expect(status).toBe(200)
      expect(body).toContain('There is no learner with the person code')
    },
  )
})

describe('takePort', () => {
  it('says in one plain sentence that the port is taken', async () => {
    const port = Number(new URL(front.address).port)
    await expect(takePort(port, tls)).rejects.toThrow(PortTaken)
    await expect(takePort(port, tls)).rejects.toThrow(
      `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`,
    )
  })
})
