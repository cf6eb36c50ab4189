import type { Database } from '../../database/index.ts'
import type { Mapping, TableId } from '../../ebs/mapping/index.ts'
import type { TableName } from '../catalogue/catalogue.ts'
import { readCatalogue } from '../catalogue/read.ts'
import type { CatalogueReader, Privilege, SiteColumn } from '../catalogue/read.ts'
import { neededColumns } from './needs.ts'

/** The ebs of this site: what the mapping says of it, and what its catalogue shows. */
export interface Site {
  readonly database: Database
  readonly mapping: Mapping
  readonly catalogue: CatalogueReader
  /** EBS_WRITE=on. */
  readonly writing: boolean
  /** Every column of a table that the account may see; none when the table is not there. */
  columnsOf(table: TableId): readonly SiteColumn[]
  column(table: TableId, ebsName: string): SiteColumn | undefined
  readable(column: SiteColumn): boolean
  /** Owner, table and column as one text, to find one by another. */
  key(...names: readonly (string | null)[]): string
  /** Whether the account may do it: to a column, or (DELETE) to the table. */
  may(privilege: Privilege['privilege'], table: TableId, ebsName?: string): boolean
  readonly privileges: readonly Privilege[]
}

/** Reads columns and privileges of the mapped tables from the catalogue: two round trips. */
export async function readSite(
  database: Database,
  mapping: Mapping,
  writing: boolean,
): Promise<Site> {
  const catalogue = readCatalogue(database)
  const ids = [...new Set(neededColumns(mapping).map(({ table }) => table))]
  const tables = ids.map((id) => tableName(mapping, id))
  const listed = await catalogue.columns(tables)
  const privileges = await catalogue.privileges(tables)
  const key = (...names: readonly (string | null)[]): string => {
    const text = names.join('\n')
    // There upper and lower case seldom count in names; where they do, the catalogue finds none.
    return database.dialect.client === 'mssql' ? text.toLowerCase() : text
  }
  const mapped = new Map(
    neededColumns(mapping).map(({ table: id, column: ebsName }) => {
      const { owner, table } = tableName(mapping, id)
      const column = mapping.column(id, ebsName)
      return [key(owner, table, column), column]
    }),
  )
  // Spelled as the mapping does, by which others look for them.
  const columns = listed.map((each): SiteColumn => ({
    ...each,
    column: mapped.get(key(each.owner, each.table, each.column)) ?? each.column,
  }))
  const byName = new Map(columns.map((each) => [key(each.owner, each.table, each.column), each]))
  const allowed = new Set(
    privileges.map((each) => key(each.privilege, each.owner, each.table, each.column)),
  )
  return {
    database,
    mapping,
    catalogue,
    writing,
    privileges,
    key,
    readable: ({ owner, table, column }) => allowed.has(key('SELECT', owner, table, column)),
    columnsOf(id) {
      const { owner, table } = tableName(mapping, id)
      return columns.filter((each) => key(each.owner, each.table) === key(owner, table))
    },
    column(id, ebsName) {
      const { owner, table } = tableName(mapping, id)
      return byName.get(key(owner, table, mapping.column(id, ebsName)))
    },
    may(privilege, id, ebsName) {
      const { owner, table } = tableName(mapping, id)
      const column = ebsName === undefined ? null : mapping.column(id, ebsName)
      return allowed.has(key(privilege, owner, table, column))
    },
  }
}

/** The site's owner and table. */
export const tableName = (mapping: Mapping, table: TableId): TableName =>
  splitName(mapping.table(table))

/** `OWNER.NAME` in two; a name of three parts keeps the last two. */
export function splitName(name: string): TableName {
  const parts = name.split('.')
  return { owner: parts.at(-2) ?? '', table: parts.at(-1) ?? name }
}
