import type { Knex } from 'knex'
import { createRequire } from 'node:module'
import * as z from 'zod'

const clientClass = z.custom<typeof Knex.Client>((given) => typeof given === 'function')
const KnexClient = clientClass.parse(
  createRequire(import.meta.url)('knex/lib/dialects/mssql/index.js'),
)

interface Sends {
  execSql(request: unknown): void
}

/**
 * Knex's own client of SQL Server, but that each statement goes to its own connection at once. Knex
 * 3.3 keeps one queue for all connections: a statement for one that is busy or broken stays in it,
 * and the next connection that is free carries it out, inside of somebody else's transaction. Here
 * the driver refuses it (EINVALIDSTATE).
 */
export class SqlServerClient extends KnexClient {
  _enqueueRequest(request: unknown, connection: Sends): void {
    connection.execSql(request)
  }
  _chomp(): void {
    // Nothing waits.
  }
}
