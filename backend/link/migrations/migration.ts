import type { Knex } from 'knex'
import type { Dialect } from '../../database/index.ts'
import type { LinkTables } from '../tables.ts'

/** One step of the link's own tables; steps are never changed once released, only added. */
export interface Migration {
  readonly version: number
  /** The statements of the step as this engine runs them, in order. */
  statements(knex: Knex, dialect: Dialect, tables: LinkTables): readonly string[]
}

/** The statements that Knex's schema builder makes for this engine. */
export function built({ client }: Dialect, builder: Knex.SchemaBuilder): readonly string[] {
  return builder
    .toString()
    .split(/;\s*\n/)
    .map((statement) => statement.replace(/;\s*$/, ''))
    .filter((statement) => statement.trim() !== '')
    .map((statement) => (client === 'oracledb' ? forOracle(statement) : statement))
}

/** Told nothing else, Oracle counts lengths in bytes, and gives an index to whoever makes it. */
function forOracle(statement: string): string {
  return statement
    .replace(/varchar2\((\d+)\)/g, 'varchar2($1 char)')
    .replace(/^create index ("[^"]+") on ("[^"]+")\./, 'create index $2.$1 on $2.')
}
