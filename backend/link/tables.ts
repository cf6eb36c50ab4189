import type { Database } from '../database/index.ts'

/** The link's own tables, each as owner and table (README.md says what they hold). */
export interface LinkTables {
  readonly schema: string
  readonly version: readonly string[]
  readonly identities: readonly string[]
  readonly links: readonly string[]
  readonly locks: readonly string[]
  readonly runs: readonly string[]
  readonly runRows: readonly string[]
  readonly undoImages: readonly string[]
  readonly trail: readonly string[]
  readonly conditions: readonly string[]
}

/** Where the link's tables are. Oracle keeps the names of owners in upper case. */
export function linkTables({ dialect }: Pick<Database, 'dialect'>, schema: string): LinkTables {
  const owner = dialect.client === 'oracledb' ? schema.toUpperCase() : schema
  return {
    schema: owner,
    version: [owner, 'schema_version'],
    identities: [owner, 'database_identities'],
    links: [owner, 'links'],
    locks: [owner, 'learner_locks'],
    runs: [owner, 'runs'],
    runRows: [owner, 'run_rows'],
    undoImages: [owner, 'undo_images'],
    trail: [owner, 'trail'],
    conditions: [owner, 'saved_conditions'],
  }
}

/** One of our tables, for Knex's builder. */
export const dotted = (table: readonly string[]): string => table.join('.')
