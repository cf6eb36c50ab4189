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
export function built(builder: Knex.SchemaBuilder): readonly string[] {
  return builder
    .toString()
    .split(/;\s*\n/)
    .map((statement) => statement.replace(/;\s*$/, ''))
    .filter((statement) => statement.trim() !== '')
}
