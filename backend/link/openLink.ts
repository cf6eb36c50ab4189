import { randomUUID } from 'node:crypto'
import { DatabaseError, name, sql } from '../database/index.ts'
import type { Database, Sql } from '../database/index.ts'
import { migrateLink } from './migrate.ts'
import type { LinkState } from './migrate.ts'
import { linkTables } from './tables.ts'
import type { LinkTables } from './tables.ts'

/** The link's own tables of one database, as every store of this room takes them. */
export interface Link {
  readonly database: Database
  readonly tables: LinkTables
  /** Which of the databases these tables have served is meant; every row bears it. */
  readonly databaseId: number
  /** What row keys are bound to, so that they do not open against another database. */
  readonly identity: string
}

export type OpenedLink =
  { readonly kind: 'open'; readonly link: Link } | Exclude<LinkState, { kind: 'ready' }>

export interface LinkOptions {
  readonly database: Database
  /** LINK_SCHEMA and LINK_MIGRATE. */
  readonly schema: string
  readonly migrate: 'check' | 'auto'
  readonly environmentName: string
}

/**
 * Opens the link's own tables. They know which database and environment they belong to: copied from
 * live over train they start clean there, and what came along stays unseen.
 */
export async function openLink(options: LinkOptions): Promise<OpenedLink> {
  const { database, schema, migrate, environmentName } = options
  const state = await migrateLink(database, schema, migrate)
  if (state.kind !== 'ready') return state
  const tables = linkTables(database, schema)
  const [named] = await database.read(databaseName[database.dialect.client])
  const belongsTo = `${environmentName}@${String(named?.['name'])}`.slice(0, 255)
  const known =
    (await find(database, tables, belongsTo)) ?? (await make(database, tables, belongsTo))
  return { kind: 'open', link: { database, tables, ...known } }
}

type Known = Pick<Link, 'databaseId' | 'identity'>

const databaseName: Readonly<Record<Database['dialect']['client'], Sql>> = {
  pg: sql`select current_database() as ${name('name')}`,
  mssql: sql`select db_name() as ${name('name')}`,
  oracledb: sql`select sys_context('userenv', 'db_name') as ${name('name')} from dual`,
}

async function find(
  database: Database,
  { identities }: LinkTables,
  belongsTo: string,
): Promise<Known | undefined> {
  const [row] = await database.read(
    sql`select ${name('database_id')}, ${name('identity')} from ${name(...identities)} where ${name('belongs_to')} = ${belongsTo}`,
  )
  return row && { databaseId: Number(row['database_id']), identity: String(row['identity']) }
}

async function make(database: Database, tables: LinkTables, belongsTo: string): Promise<Known> {
  const columns = sql`${name('database_id')}, ${name('identity')}, ${name('belongs_to')}, ${name('made_at')}`
  try {
    await database.transaction(({ read }) =>
      read(
        sql`insert into ${name(...tables.identities)} (${columns}) select coalesce(max(${name('database_id')}), 0) + 1, ${randomUUID()}, ${belongsTo}, ${database.dialect.utcNow} from ${name(...tables.identities)}`,
      ),
    )
  } catch (error) {
    if (!(error instanceof DatabaseError && error.fault === 'duplicate')) throw error
    // Another replica started at the same moment.
  }
  const made = await find(database, tables, belongsTo)
  if (!made) throw new Error('The link could not record which database it belongs to')
  return made
}
