import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { databaseUrl, dropDatabase, makeDatabase } from './database.ts'
import { createEbsTables } from './schema.ts'
import { holdServer, type Held } from './server/hold.ts'
import { shortName } from './server/serverUser.ts'

export interface TestDatabase {
  readonly url: string
  close(): Promise<void>
}

/**
 * A database of its own with the empty tables of ebs, for one test file. All test files of a
 * checkout that run at the same time share one server; it ends, and its files with it, soon after
 * the last of them.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await testServer()
  const name = `test_${randomBytes(6).toString('hex')}`
  await makeDatabase(server.url, name)
  const url = databaseUrl(server.url, name)
  await createEbsTables(url)
  return {
    url,
    close: async () => {
      await dropDatabase(server.url, name)
      await server.release()
    },
  }
}

function testServer(): Promise<Held> {
  const given = process.env['SANDBOX_EBS_URL']
  if (given) return Promise.resolve({ url: given, release: () => Promise.resolve() })
  const checkout = fileURLToPath(new URL('../..', import.meta.url))
  return holdServer({
    folder: join(tmpdir(), `ebs-tests-${shortName(checkout)}`),
    port: null,
    lingerMs: 3000,
    exclusive: false,
    throwAway: true,
  })
}
