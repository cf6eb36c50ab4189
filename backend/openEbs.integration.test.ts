import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { withClient } from '../sandbox/ebs/database.ts'
import { testDatabase, type TestDatabase } from '../sandbox/ebs/index.ts'
import { readConfiguration } from './config/readConfiguration.ts'
import { completeEnvironment } from './config/testing.ts'
import { openEbs } from './openEbs.ts'

const account = `open_ebs_${process.pid}`
let server: TestDatabase
let url = ''
beforeAll(async () => {
  server = await testDatabase()
  await withClient(server.url, (client) =>
    client.query(`create role ${account} login password 'right-word'`),
  )
  const own = Object.assign(new URL(server.url), { username: account, password: 'right-word' })
  url = own.toString()
}, 60_000)
afterAll(async () => {
  await withClient(server.url, (client) => client.query(`drop role ${account}`))
  await server.close()
})

async function open(connection: string, more: Readonly<Record<string, string>> = {}) {
  const env = { ...completeEnvironment, EBS_CONNECTION: connection, ...more }
  const read = await readConfiguration(env)
  if (read.kind === 'wrong') throw new Error(read.problems.join('\n'))
  const opened = await openEbs(read.value)
  if (opened.kind === 'refused') return opened.message
  await opened.database.close()
  return opened.kind
}

describe('opening ebs', () => {
  it.each([
    [{ port: '9' }, /^EBS_CONNECTION: the database server that it names does not answer: nothing/],
    [{ password: 'wrong-word' }, /^EBS_CONNECTION: .* refuses the account: the password is wrong/],
    [{ pathname: '/nowhere' }, /^EBS_CONNECTION: .* does not know the database: there is no such/],
  ])('says what is wrong with the connection, and not what it is: %j', async (change, message) => {
    const said = await open(Object.assign(new URL(url), change).toString())
    expect(said).toMatch(message)
    expect(said).not.toMatch(/-word|open_ebs|nowhere|127\.0\.0\.1|postgres:/)
  })

  it('names LINK_SCHEMA where the account may not make the link’s own tables', async () => {
    const said = await open(url, { LINK_MIGRATE: 'auto', LINK_SCHEMA: 'not_ours' })
    expect(said).toMatch(/^LINK_SCHEMA: the link’s own tables in not_ours cannot be read or made\./)
  })

  it('opens what may be opened, and tells a DBA what is missing', async () => {
    expect(await open(server.url)).toMatch(/A DBA has to run:\n\ncreate schema/)
    expect(await open(server.url, { LINK_MIGRATE: 'auto' })).toBe('open')
  })
})
