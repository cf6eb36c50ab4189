import { createRequire } from 'node:module'
import { openDatabase } from '../../../backend/database/index.ts'
import type { Database } from '../../../backend/database/index.ts'
import type { Answering, Told } from './told.ts'

const require = createRequire(import.meta.url)
const driver = require('oracledb')
const Connection = require('oracledb/lib/connection.js')
const { Statement } = require('oracledb/lib/thin/statement.js')

interface Bind {
  readonly dir: number
  readonly values: readonly unknown[]
}

/**
 * A database of Oracle without a server: Knex and Oracle's own driver are real, down to the checks of
 * types, sizes and places of values; only what would go over the wire is taken down and answered.
 */
export function playedOracle(answer: Answering = () => ({})): {
  readonly database: Database
  readonly told: readonly Told[]
  /** How many connections were asked for. */
  readonly connections: () => number
} {
  const told: Told[] = []
  let connections = 0
  let isHealthy = true
  const said = async (sql: string): Promise<void> => {
    if (!isHealthy) throw oraError(3113)
    const one = { sql, rows: [] }
    told.push(one)
    const { errors } = answer(one, told.length - 1)
    if (errors) throw oraError(errors[0] ?? 0)
  }
  const connection = new Connection()
  connection._impl = {
    _getConnImpl: () => connection._impl,
    _acquireLock: () => Promise.resolve(),
    _releaseLock: () => undefined,
    execute(sql: string, times: number, binds: readonly Bind[], options: object) {
      const statement = new Statement()
      statement._prepare(sql)
      if (statement.bindInfoList.length !== binds.length) throw oraError(1008)
      if (statement.isPlSql && Reflect.get(options, 'dmlRowCounts')) throw oraError(0)
      const rows = Array.from({ length: times }, (_, at) =>
        binds.filter((bind) => bind.dir !== driver.BIND_OUT).map((bind) => bind.values[at] ?? null),
      )
      const one = { sql, rows }
      told.push(one)
      const { rows: read, changed, back, errors, breaks } = answer(one, told.length - 1)
      isHealthy &&= breaks !== true
      if (errors) throw oraError(errors[0] ?? 0)
      return Promise.resolve({
        rows: statement.isQuery ? (read ?? []) : undefined,
        rowsAffected: changed?.reduce((a, b) => a + b, 0) ?? times,
        dmlRowCounts: Reflect.get(options, 'dmlRowCounts')
          ? (changed ?? Array.from({ length: times }, () => 1))
          : undefined,
        outBinds: back,
      })
    },
    commit: () => said('commit'),
    rollback: () => said('rollback'),
    isHealthy: () => isHealthy,
    close: () => Promise.resolve(),
    setCallTimeout: () => undefined,
  }
  const database = openDatabase({
    client: 'oracledb',
    connection: { user: 'LINK', password: 'played', connectString: 'played' },
  })
  database.knex.client.driver = Object.create(driver, {
    getConnection: {
      value(_: unknown, done: (error: null, given: unknown) => void) {
        connections += 1
        done(null, connection)
      },
    },
  })
  return { database, told, connections: () => connections }
}

function oraError(errorNum: number): Error {
  const code = `ORA-${String(errorNum).padStart(5, '0')}`
  return Object.assign(new Error(`${code}: played`), { errorNum, code })
}
