import { anyOf, name, sql } from '../../database/index.ts'
import type { Sql } from '../../database/index.ts'
import type { TableName } from './catalogue.ts'

/** A selected column under a name of ours, in the same letters on every engine. */
export const as = (value: Sql, label: string): Sql => sql`${value} as ${name(label)}`

/** Whether owner and table are one of those asked for. */
export const oneOf = (owner: Sql, table: Sql, tables: readonly TableName[]): Sql =>
  anyOf(tables.map((each) => sql`(${owner} = ${each.owner} and ${table} = ${each.table})`))
