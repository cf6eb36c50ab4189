import * as z from 'zod'
import type { Database } from '../../database/index.ts'
import type { Catalogue, Catalogues, TableName } from './catalogue.ts'
import { mssqlCatalogue } from './mssql.ts'
import { oracledbCatalogue } from './oracledb.ts'
import { pgCatalogue } from './pg.ts'

/** Exported for the check of statements that cannot run here. */
export const catalogues: Catalogues = {
  pg: pgCatalogue,
  mssql: mssqlCatalogue,
  oracledb: oracledbCatalogue,
}

const size = z.preprocess(
  (value) => (value === null || value === undefined ? null : Number(value)),
  z.number().nullable(),
)
const flag = z.enum(['Y', 'N']).transform((value) => value === 'Y')

const serverRow = z.object({
  database: z.string(),
  account: z.string(),
  version: z.string(),
  /** Compatibility level of SQL Server: which of its words the database knows. */
  level: z.coerce.number().optional(),
})
const columnRow = z.object({
  owner: z.string(),
  table: z.string(),
  column: z.string(),
  type: z.string(),
  /** Longest text. */
  length: size,
  /** Whether `length` counts bytes, of which a letter with an accent takes two or more. */
  bytes: flag,
  /** Most digits, and how many of them stand after the point. */
  digits: size,
  scale: size,
  nullable: flag,
  /** Whether the database fills it by itself: a default, an identity. */
  filled: flag,
})
const privilegeRow = z.object({
  owner: z.string(),
  table: z.string(),
  column: z.string().nullable(),
  privilege: z.enum(['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'LOCK']),
})
const indexRow = z.object({ owner: z.string(), table: z.string(), column: z.string() })
const textIndexRow = z.object({ owner: z.string(), table: z.string(), expression: z.string() })
const ruleRow = z.object({
  kind: z.enum(['check', 'unique', 'foreign key', 'trigger', 'referring']),
  name: z.string(),
  detail: z.string().nullable(),
  owner: z.string(),
  table: z.string(),
  column: z.string().nullable(),
})
const sourceRow = z.object({ last: z.string().nullable(), allowed: flag })

export type Server = z.infer<typeof serverRow>
export type SiteColumn = z.infer<typeof columnRow>
export type Privilege = z.infer<typeof privilegeRow>
export type LeadingColumn = z.infer<typeof indexRow>
export type TextIndex = z.infer<typeof textIndexRow>
export type TableRule = z.infer<typeof ruleRow>
export type CodeSource = z.infer<typeof sourceRow>

/** The engine's catalogue, read and checked. */
export function readCatalogue(database: Database) {
  const catalogue: Catalogue = catalogues[database.dialect.client]
  return {
    server: async (): Promise<Server> =>
      serverRow.parse((await database.read(catalogue.server))[0]),
    columns: async (tables: readonly TableName[]): Promise<readonly SiteColumn[]> =>
      columnRow.array().parse(await database.read(catalogue.columns(tables))),
    privileges: async (tables: readonly TableName[]): Promise<readonly Privilege[]> =>
      privilegeRow.array().parse(await database.read(catalogue.privileges(tables))),
    indexes: async (tables: readonly TableName[]): Promise<readonly LeadingColumn[]> =>
      indexRow.array().parse(await database.read(catalogue.indexes(tables))),
    textIndexes: async (tables: readonly TableName[]): Promise<readonly TextIndex[]> =>
      textIndexRow.array().parse(await database.read(catalogue.textIndexes(tables))),
    rules: async (table: TableName): Promise<readonly TableRule[]> =>
      ruleRow.array().parse(await database.read(catalogue.rules(table))),
    codeSource: async (
      kind: 'sequence' | 'procedure',
      name: TableName,
    ): Promise<CodeSource | undefined> =>
      sourceRow.array().parse(await database.read(catalogue[kind](name)))[0],
  }
}
export type CatalogueReader = ReturnType<typeof readCatalogue>
