import { resolve } from 'node:path'
import { databaseUrl, makeDatabase } from './database.ts'
import { holdServer } from './server/hold.ts'

export interface EbsServer {
  /** The administrator's connection string, to the server's database `postgres`. */
  readonly url: string
  /** Makes an empty database in place of any of that name; its connection string. */
  createDatabase(name: string): Promise<string>
  close(): Promise<void>
}

/**
 * Starts the sandbox's PostgreSQL on a folder of its own, or takes the server that SANDBOX_EBS_URL
 * names. It ends with `close`, or with the process that started it, however that ends.
 * @param folder where the database files live (they are reused)
 */
export async function startEbsServer(options: {
  readonly folder: string
  readonly port?: number
}): Promise<EbsServer> {
  const given = process.env['SANDBOX_EBS_URL']
  const held = given
    ? { url: given, release: () => Promise.resolve() }
    : await holdServer({
        folder: resolve(options.folder),
        port: options.port ?? null,
        lingerMs: 0,
        exclusive: true,
        throwAway: false,
      })
  return {
    url: held.url,
    createDatabase: async (name) => {
      await makeDatabase(held.url, name)
      return databaseUrl(held.url, name)
    },
    close: () => held.release(),
  }
}
