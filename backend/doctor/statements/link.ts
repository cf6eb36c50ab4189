import type { Database } from '../../database/index.ts'
import { linkTables } from '../../link/tables.ts'
import type { Script } from './grants.ts'
import { quoted } from './quote.ts'

/** The link's own tables and the rights to them. `statements` are those that migrations still need. */
export function linkScripts(
  database: Pick<Database, 'dialect'>,
  schema: string,
  statements: readonly string[],
  account: string,
): readonly Script[] {
  const { client } = database.dialect
  const tables = linkTables(database, schema)
  const owner = quoted(client, tables.schema)
  const to = quoted(client, account)
  const isFirst = statements.some((statement) => /^create table .*schema_version"/i.test(statement))
  const first =
    client === 'oracledb' && isFirst
      ? [`create user ${owner} no authentication default tablespace USERS quota unlimited on USERS`]
      : []
  const all = 'select, insert, update, delete'
  const names = [
    ...[tables.version, tables.identities, tables.links, tables.locks, tables.runs],
    ...[tables.runRows, tables.undoImages, tables.trail, tables.conditions],
  ]
  const grants = {
    pg: [
      `grant usage on schema ${owner} to ${to}`,
      `grant ${all} on all tables in schema ${owner} to ${to}`,
    ],
    mssql: [`grant ${all} on schema::${owner} to ${to}`],
    oracledb: names.map(
      (path) => `grant ${all} on ${path.map((part) => quoted(client, part)).join('.')} to ${to}`,
    ),
  }[client]
  return [
    {
      title:
        statements.length === 0
          ? 'The link’s own tables (they are there and of this version)'
          : 'The link’s own tables (an owner of their own, in the database of ebs)',
      statements: statements.length === 0 ? [] : [...first, ...statements],
    },
    { title: 'Rights to the link’s own tables (always)', statements: grants },
  ]
}
