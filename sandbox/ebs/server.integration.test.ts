import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { withClient } from './database.ts'
import { startEbsServer } from './server.ts'
import { scratchFolder, shortName } from './server/serverUser.ts'

const one = (url: string) =>
  withClient(url, async (client) => (await client.query('select 1 as one')).rows)

async function stopsAnswering(url: string): Promise<boolean> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answered = await one(url).then(
      () => true,
      () => false,
    )
    if (!answered) return true
    await sleep(100)
  }
  return false
}

describe('startEbsServer', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ebs-server-'))
  })
  afterAll(async () => {
    // As root the files are elsewhere: only root may enter a folder that mkdtemp made.
    const elsewhere = join(await scratchFolder(), shortName(folder))
    for (const left of [folder, elsewhere]) await rm(left, { recursive: true, force: true })
  })

  it('keeps what a database holds when it is started again, and writes through to the disk', async () => {
    const first = await startEbsServer({ folder })
    const url = await first.createDatabase('college')
    await withClient(url, (client) => client.query('create table kept as select 7 as n'))
    await first.close()
    expect(await stopsAnswering(first.url)).toBe(true)

    const second = await startEbsServer({ folder })
    const again = new URL(second.url)
    again.pathname = '/college'
    const kept = await withClient(again.href, async (client) => [
      (await client.query('select n from kept')).rows[0],
      (await client.query('show fsync')).rows[0],
    ])
    expect(kept).toEqual([{ n: 7 }, { fsync: 'on' }])
    await second.close()
  }, 60_000)

  it('ends the server when the process that started it is killed, and starts again after that', async () => {
    const program = `
      import { startEbsServer } from ${JSON.stringify(fileURLToPath(new URL('./server.ts', import.meta.url)))}
      const server = await startEbsServer({ folder: ${JSON.stringify(folder)} })
      console.log(server.url)
      setInterval(() => undefined, 1000)`
    const parent = spawn(
      process.execPath,
      ['--import', import.meta.resolve('tsx'), '--input-type=module', '-e', program],
      { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } },
    )
    const [line] = await once(parent.stdout, 'data')
    const url = String(line).trim()
    expect(await one(url)).toEqual([{ one: 1 }])
    parent.kill('SIGKILL')
    const next = await startEbsServer({ folder })
    expect(await one(next.url)).toEqual([{ one: 1 }])
    await next.close()
    expect(await stopsAnswering(url)).toBe(true)
    expect(await stopsAnswering(next.url)).toBe(true)
  }, 60_000)
})
