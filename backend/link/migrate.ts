import { DatabaseError, name, sql, toRaw } from '../database/index.ts'
import type { Database } from '../database/index.ts'
import { tables0001 } from './migrations/0001-tables.ts'
import type { Migration } from './migrations/migration.ts'
import { linkTables } from './tables.ts'
import type { LinkTables } from './tables.ts'

const migrations: readonly Migration[] = [tables0001]
const newest = migrations.length
/** How often replicas that start at the same moment may get in each other's way. */
const attempts = 3

/** How the link's own tables stand to this program. */
export type LinkState =
  | { readonly kind: 'ready' }
  /** What a DBA has to run first, in order (LINK_MIGRATE=check). */
  | { readonly kind: 'missing'; readonly statements: readonly string[] }
  /** Made by a newer version of this program, which must not be run over. */
  | { readonly kind: 'newer'; readonly found: number; readonly known: number }

/**
 * Looks whether the link's own tables are there and of this version; with `auto` makes what is
 * missing. Replicas that start at the same moment do not hurt each other.
 */
export async function migrateLink(
  database: Database,
  schema: string,
  mode: 'check' | 'auto',
): Promise<LinkState> {
  const tables = linkTables(database, schema)
  for (let attempt = 1; ; attempt += 1) {
    try {
      const found = await versionOf(database, tables)
      if (found > newest) return { kind: 'newer', found, known: newest }
      if (found === newest) return { kind: 'ready' }
      const statements = missingStatements(database, tables, found)
      if (mode === 'check') return { kind: 'missing', statements }
      await carryOut(database, statements)
    } catch (error) {
      if (attempt === attempts) throw error
    }
  }
}

async function carryOut(database: Database, statements: readonly string[]): Promise<void> {
  if (database.dialect.client !== 'oracledb') {
    return database.transaction(async ({ knex }) => {
      for (const statement of statements) await knex.raw(statement)
    })
  }
  // Oracle commits each CREATE by itself: what a broken-off start or another replica made is there.
  for (const statement of statements) {
    try {
      await database.transaction(async ({ knex }) => void (await knex.raw(statement)))
    } catch (error) {
      if (!(error instanceof DatabaseError && isThere.includes(error.code))) throw error
    }
  }
}

/** How Oracle says that a table or index, a primary key, a unique key or a row is there already. */
const isThere = ['955', '1408', '2260', '2261', '1']

/** The statements that take the tables from a version to the newest. */
export function missingStatements(
  { knex, dialect }: Pick<Database, 'knex' | 'dialect'>,
  tables: LinkTables,
  found = 0,
): readonly string[] {
  return migrations
    .filter((migration) => migration.version > found)
    .flatMap((migration) => [
      ...migration.statements(knex, dialect, tables),
      toRaw(
        knex,
        sql`insert into ${name(...tables.version)} (${name('version')}, ${name('applied_at')}) values (${migration.version}, ${dialect.utcNow})`,
      ).toString(),
    ])
}

/** How the engines say that there is no such table or owner: PostgreSQL, SQL Server, Oracle. */
const noSuchTable = ['42P01', '3F000', '208', '942']

async function versionOf(database: Database, { version }: LinkTables): Promise<number> {
  try {
    const [row] = await database.read(
      sql`select max(${name('version')}) as ${name('version')} from ${name(...version)}`,
    )
    return Number(row?.['version'] ?? 0)
  } catch (error) {
    if (error instanceof DatabaseError && noSuchTable.includes(error.code)) return 0
    throw error
  }
}
