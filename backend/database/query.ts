import type { Knex } from 'knex'
import * as z from 'zod'
import type { Dialect } from './dialect/dialect.ts'
import { toRaw, type Sql } from './sql.ts'

export type Row = Readonly<Record<string, unknown>>

/** A driver's rows are objects: looking at every value of them would take longer than small queries do. */
const row = z.custom<Row>((given) => typeof given === 'object' && given !== null)
const rows = z.array(row)
const pgResult = z.object({ rows })

/** Runs a reading statement on a pool or in a transaction; its rows, on every engine alike. */
export async function readRows(on: Knex, statement: Sql): Promise<readonly Row[]> {
  return rowsOf(await toRaw(on, statement))
}

/**
 * The same, stopped in the database when the signal is. Holds one connection of the pool.
 * @throws the signal's reason when it was stopped
 */
export async function readRowsUntil(
  on: Knex,
  dialect: Dialect,
  statement: Sql,
  signal: AbortSignal,
): Promise<readonly Row[]> {
  signal.throwIfAborted()
  const client: Knex.Client = on.client
  const connection: unknown = await client.acquireConnection()
  let stopping: Promise<void> | undefined
  const stop = (): void => {
    stopping = cancel(on, dialect, connection)
  }
  try {
    signal.throwIfAborted()
    signal.addEventListener('abort', stop, { once: true })
    return rowsOf(await toRaw(on, statement).connection(connection))
  } catch (error) {
    signal.throwIfAborted()
    throw error
  } finally {
    signal.removeEventListener('abort', stop)
    // Else it could meet the next statement of this connection.
    await stopping
    await client.releaseConnection(connection)
  }
}

function rowsOf(result: unknown): readonly Row[] {
  const ofPg = pgResult.safeParse(result)
  return ofPg.success ? ofPg.data.rows : rows.parse(result)
}

/** Asks the engine to give up what a connection is doing; a failure of that is no matter. */
async function cancel(on: Knex, dialect: Dialect, connection: unknown): Promise<void> {
  try {
    if (dialect.client === 'pg') await on.client.cancelQuery(connection)
    else if (can(connection, 'cancel')) connection.cancel()
    else if (can(connection, 'break')) await connection.break()
  } catch {
    // The statement ends by its time limit then.
  }
}

function can<Verb extends string>(
  connection: unknown,
  verb: Verb,
): connection is Record<Verb, () => unknown> {
  return (
    typeof connection === 'object' &&
    connection !== null &&
    typeof Reflect.get(connection, verb) === 'function'
  )
}
