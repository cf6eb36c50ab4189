import knexFactory, { type Knex } from 'knex'
import { createRequire } from 'node:module'
import { connectionFor, type TimeLimits } from './connection/configuration.ts'
import type { ConnectionSettings } from './connection/settings.ts'
import { SqlServerClient } from './connection/sqlServerClient.ts'
import type { DatabaseClient, Dialect } from './dialect/dialect.ts'
import { dialectOf } from './dialect/index.ts'
import { TransactionLost, withoutValues } from './error.ts'
import { readRows, readRowsUntil, type Row } from './query.ts'
import { savepointStatements } from './savepoint.ts'
import { toRaw, type Sql } from './sql.ts'

/** A pool of connections to the database that ebs and the link's own tables are in. */
export interface Database {
  /** For statements that Knex's builder says alike on every engine. */
  readonly knex: Knex
  readonly dialect: Dialect
  /**
   * Runs a reading statement; it is stopped in the database when the signal is.
   * Numbers come as the driver gives them (`numeric` as text on `pg`), days and times without a
   * zone as text on `pg`: ask for them with `dialect.numberText` and `dateText`.
   */
  read(statement: Sql, signal?: AbortSignal): Promise<readonly Row[]>
  /** Does some work in one transaction: all of it, or none when it throws. */
  transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

export interface Transaction {
  readonly knex: Knex.Transaction
  read(statement: Sql): Promise<readonly Row[]>
  /**
   * Does a part of it that may fail by itself: what the part did is undone, the rest stands.
   * @throws TransactionLost when the engine gave up the rest as well
   */
  savepoint<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>
}

export interface DatabaseOptions {
  readonly client: DatabaseClient
  readonly connection: ConnectionSettings
  /** Folder of Oracle's client libraries: switches its thick mode on. */
  readonly clientLib?: string | undefined
  /** Most connections (8). */
  readonly pool?: number
  /** 10 s for a statement, 2 s for a lock. */
  readonly limits?: Partial<TimeLimits>
}

const usualLimits: TimeLimits = { statementMs: 10_000, lockWaitMs: 2_000 }

/** Else Knex could build no table for Oracle before it has connected: names were short once. */
const oldestOracle = '12.2'

/** Every error reaches the caller; what Knex would print of it goes past our log, with names in it. */
const silent: Knex.Logger = {
  warn: () => undefined,
  error: () => undefined,
  deprecate: () => undefined,
  debug: () => undefined,
}

/**
 * Opens a database. Nothing connects before the first statement.
 * Every error of the engine that comes out of it is a `DatabaseError`, without values.
 */
export function openDatabase(options: DatabaseOptions): Database {
  const dialect = dialectOf(options.client)
  if (options.client === 'oracledb' && options.clientLib !== undefined) {
    createRequire(import.meta.url)('oracledb').initOracleClient({ libDir: options.clientLib })
  }
  const limits = { ...usualLimits, ...options.limits }
  const { connection, pool } = connectionFor(options.client, options.connection, limits)
  const knex = knexFactory({
    client: options.client === 'mssql' ? SqlServerClient : options.client,
    connection,
    pool: { min: 0, max: options.pool ?? 8, ...pool },
    // Else an error's message would hold the values of the statement.
    compileSqlOnError: false,
    log: silent,
    ...(options.client === 'oracledb' ? { version: oldestOracle } : {}),
  })
  return {
    knex,
    dialect,
    read: (statement, signal) =>
      safely(dialect, () =>
        signal ? readRowsUntil(knex, dialect, statement, signal) : readRows(knex, statement),
      ),
    transaction: (work) => safely(dialect, () => wholly(knex, dialect, work)),
    close: () => knex.destroy(),
  }
}

async function wholly<Result>(
  knex: Knex,
  dialect: Dialect,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const failures: unknown[] = []
  try {
    return await knex.transaction((inside) =>
      work(transactionOf(dialect, inside)).catch((error: unknown) => {
        failures.push(error)
        throw error
      }),
    )
  } catch (error) {
    // What the work failed of says more than that it could not be undone on a connection that broke.
    throw failures[0] ?? error
  }
}

function transactionOf(dialect: Dialect, inside: Knex.Transaction): Transaction {
  let points = 0
  const transaction: Transaction = {
    knex: inside,
    read: (statement) => readRows(inside, statement),
    savepoint(work) {
      points += 1
      return safely(dialect, () => partly(transaction, dialect, `plr${points}`, work))
    },
  }
  return transaction
}

async function partly<Result>(
  transaction: Transaction,
  dialect: Dialect,
  label: string,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const { mark, back, forget } = savepointStatements(dialect.client, label)
  await toRaw(transaction.knex, mark)
  try {
    const result = await work(transaction)
    if (forget) await toRaw(transaction.knex, forget)
    return result
  } catch (error) {
    try {
      await toRaw(transaction.knex, back)
    } catch {
      throw new TransactionLost({ cause: withoutValues(dialect, error) })
    }
    throw error
  }
}

async function safely<Result>(dialect: Dialect, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw withoutValues(dialect, error)
  }
}
