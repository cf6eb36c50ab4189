import type { Knex } from 'knex'
import pg from 'pg'
import * as z from 'zod'
import { createRequire } from 'node:module'
import type { DatabaseClient } from '../dialect/dialect.ts'
import { readyOracle } from './oracleConnection.ts'
import type { ConnectionSettings } from './settings.ts'

/** How long the engine itself lets us wait. */
export interface TimeLimits {
  /** For one statement. */
  readonly statementMs: number
  /** For a row or table that somebody else holds. */
  readonly lockWaitMs: number
}

/** What Knex hands on to the driver, which checks it itself. */
const driverSettings = z.custom<Knex.StaticConnectionConfig>((given) => typeof given === 'object')

type Connect = Pick<Knex.Config, 'connection'> & { readonly pool: Knex.PoolConfig }

/**
 * How Knex connects: what the driver takes, with the time limits set once for each connection, so
 * that no statement needs a round trip for them.
 */
export function connectionFor(
  client: DatabaseClient,
  settings: ConnectionSettings,
  limits: TimeLimits,
): Connect {
  switch (client) {
    case 'pg':
      return { connection: driverSettings.parse(pgSettings(settings, limits)), pool: {} }
    case 'mssql':
      return {
        connection: driverSettings.parse(mssqlSettings(settings, limits)),
        pool: { afterCreate: limitLockWait(limits.lockWaitMs) },
      }
    case 'oracledb':
      return {
        connection: driverSettings.parse(settings),
        pool: { afterCreate: ready((connection) => readyOracle(connection, limits.statementMs)) },
      }
  }
}

const dateTypes: readonly number[] = [pg.types.builtins.DATE, pg.types.builtins.TIMESTAMP]

/** Days and times without a zone stay the texts that the database sends: no zone of ours moves them. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    dateTypes.includes(oid) ? (text: string) => text : pg.types.getTypeParser(oid, format),
}

const program = 'ebs-plr-attainments'
const options = z.record(z.string(), z.unknown()).catch({})

/** Knex would switch off the encryption that the driver asks for by itself. */
const mssqlSettings = (settings: ConnectionSettings, limits: TimeLimits) => ({
  ...settings,
  requestTimeout: limits.statementMs,
  options: {
    appName: program,
    encrypt: settings['encrypt'] ?? true,
    ...options.parse(settings['options']),
  },
})

const pgSettings = (settings: ConnectionSettings, limits: TimeLimits) => ({
  application_name: program,
  ...settings,
  statement_timeout: limits.statementMs,
  lock_timeout: limits.lockWaitMs,
  types,
})

type Done = (error: Error | null | undefined, connection: unknown) => void
interface Batches {
  execSqlBatch(request: unknown): void
}

/**
 * Outside of a batch of its own SQL Server would forget the settings at once. Where ebs and the link
 * wait for each other, the link gives way, and tries again.
 */
const limitLockWait = (ms: number) => (connection: Batches, done: Done) => {
  const { Request } = createRequire(import.meta.url)('tedious')
  connection.execSqlBatch(
    new Request(`set lock_timeout ${ms}; set deadlock_priority low`, (error: Error | null) =>
      done(error, connection),
    ),
  )
}

const ready = (work: (connection: unknown) => void) => (connection: unknown, done: Done) => {
  work(connection)
  done(null, connection)
}
