import * as z from 'zod'

type Step = () => Promise<void>

/** A connection of node-oracledb with what Knex has added to it. */
const knexConnection = z.custom<{
  callTimeout: number
  commitAsync: Step
  rollbackAsync: Step
  close(options: { readonly drop: boolean }): Promise<void>
}>((given) => typeof given === 'object' && given !== null && 'rollbackAsync' in given)

/**
 * Readies a new connection to Oracle: no call may take longer than `statementMs`, and a ROLLBACK that
 * fails ends the connection. Knex 3.3 would wait for it without end, and its failure would stop the
 * whole program; and it says COMMIT after everything, which must not make half a transaction stand.
 */
export function readyOracle(given: unknown, statementMs: number): void {
  const connection = knexConnection.parse(given)
  connection.callTimeout = statementMs
  const rollback = connection.rollbackAsync.bind(connection)
  connection.rollbackAsync = async () => {
    try {
      await rollback()
    } catch (error) {
      Reflect.set(connection, '__knex__disposed', error)
      connection.commitAsync = () => Promise.reject(error)
      await connection.close({ drop: true }).catch(() => undefined)
    }
  }
}
