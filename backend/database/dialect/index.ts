import type { DatabaseClient, Dialect } from './dialect.ts'
import { mssqlDialect } from './mssql.ts'
import { oracledbDialect } from './oracledb.ts'
import { pgDialect } from './pg.ts'

const dialects: Readonly<Record<DatabaseClient, Dialect>> = {
  pg: pgDialect,
  mssql: mssqlDialect,
  oracledb: oracledbDialect,
}

export const dialectOf = (client: DatabaseClient): Dialect => dialects[client]
