import { EventEmitter } from 'node:events'
import { createRequire } from 'node:module'
import { openDatabase } from '../../../backend/database/index.ts'
import type { Database } from '../../../backend/database/index.ts'
import type { Answering, Told } from './told.ts'

const { RequestError } = createRequire(import.meta.url)('tedious')

type Done = (error?: Error | null) => void
interface Request extends EventEmitter {
  readonly sqlTextOrProcedure: string
  readonly parameters: readonly { readonly value: unknown }[]
  readonly callback: (error: Error | null, rowCount: number) => void
  validateParameters(collation: unknown): void
}

/** Most values that SQL Server takes for one statement; two of them are the driver's own. */
const mostValues = 2098

/**
 * A database of SQL Server without a server: Knex and the driver's own checks of values are real, only
 * what would go over the wire is taken down and answered.
 */
export function playedSqlServer(answer: Answering = () => ({})): {
  readonly database: Database
  readonly told: readonly Told[]
} {
  const told: Told[] = []
  let isLost = false
  const transaction = (sql: string, isOpen: boolean) => (done: Done) => {
    told.push({ sql, rows: [] })
    connection.inTransaction = isOpen
    done()
  }
  const connection = Object.assign(new EventEmitter(), {
    connected: true,
    inTransaction: false,
    state: { name: 'LoggedIn' },
    execSqlBatch: (request: Request) => request.callback(null, 0),
    execSql(request: Request) {
      if (connection.state.name !== 'LoggedIn') {
        return request.callback(new RequestError('played', 'EINVALIDSTATE'), 0)
      }
      request.validateParameters(undefined)
      if (request.parameters.length > mostValues) return request.callback(errorOf([8003]), 0)
      const one = {
        sql: request.sqlTextOrProcedure,
        rows: [request.parameters.map(({ value }) => value)],
      }
      told.push(one)
      if (isLost) return request.callback(errorOf([3903]), 0)
      const { rows = [], errors, endsTransaction, breaks } = answer(one, told.length - 1)
      if (endsTransaction) {
        isLost = true
        connection.inTransaction = false
      }
      if (breaks) {
        connection.connected = false
        connection.state = { name: 'Final' }
        return request.callback(new RequestError('played', 'ECLOSE'), 0)
      }
      for (const row of rows) {
        request.emit(
          'row',
          Object.entries(row).map(([colName, value]) => ({ metadata: { colName }, value })),
        )
      }
      request.callback(errors ? errorOf(errors) : null, rows.length)
    },
    beginTransaction: transaction('begin transaction', true),
    commitTransaction: transaction('commit transaction', false),
    rollbackTransaction: transaction('rollback transaction', false),
    saveTransaction: transaction('save transaction', true),
    close: () => connection.emit('end'),
  })
  const database = openDatabase({ client: 'mssql', connection: { server: 'played' } })
  database.knex.client.acquireRawConnection = () => Promise.resolve(connection)
  return { database, told }
}

/** As tedious gives them: one by itself, several in one that holds them. */
function errorOf(numbers: readonly number[]): Error {
  const errors = numbers.map((number) =>
    Object.assign(new RequestError('played, with values in it', 'EREQUEST'), { number }),
  )
  return errors.length === 1 ? errors[0] : new AggregateError(errors)
}
