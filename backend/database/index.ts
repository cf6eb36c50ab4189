export { knock } from './connection/knock.ts'
export { refusalOf, type Refusal } from './connection/refusal.ts'
export { readConnection, type ConnectionSettings } from './connection/settings.ts'
export {
  databaseClients,
  type DatabaseClient,
  type Dialect,
  type Fault,
} from './dialect/dialect.ts'
export { dialectOf } from './dialect/index.ts'
export { DatabaseError, TransactionLost } from './error.ts'
export { isOutage } from './outage.ts'
export {
  openDatabase,
  type Database,
  type DatabaseOptions,
  type Transaction,
} from './openDatabase.ts'
export type { Row } from './query.ts'
export { allOf, anyOf, concat, name, sql, toRaw, type Binding, type Sql } from './sql.ts'
export type { Cell, CellKind, RowColumn, SameColumn } from './rows/cells.ts'
export type { Insertion } from './rows/insertion.ts'
export { executeMany } from './rows/executeMany.ts'
export { insertReturning } from './rows/insertReturning.ts'
export { insertRows } from './rows/insertRows.ts'
export { lockRows } from './rows/lockRows.ts'
export { updateRows, type Changes } from './rows/updateRows.ts'
