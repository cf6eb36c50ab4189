import type { DatabaseClient, Sql } from '../../database/index.ts'

export interface TableName {
  readonly owner: string
  readonly table: string
}

/**
 * What is asked of an engine's own catalogue. Each statement gives its columns under the names that
 * `read.ts` takes; none of them reads a row of ebs.
 */
export interface Catalogue {
  /** `database`, `account`, `version`: whom we speak to, and as whom; SQL Server's `level` too. */
  readonly server: Sql
  /** Every column of some tables, as far as the account may see them. */
  columns(tables: readonly TableName[]): Sql
  /**
   * What the account may do: SELECT, INSERT, UPDATE by column, DELETE with no column. Oracle: LOCK too,
   * which SELECT gives there and READ does not.
   */
  privileges(tables: readonly TableName[]): Sql
  /** The column that each index begins with. */
  indexes(tables: readonly TableName[]): Sql
  /** What each index begins with that texts are compared by: an expression, or a column's collation. */
  textIndexes(tables: readonly TableName[]): Sql
  /** Checks, unique keys, foreign keys, triggers of a table, and who refers to it. */
  rules(table: TableName): Sql
  /** A sequence with the last number it gave (`last`), none when it is not to be seen. */
  sequence(name: TableName): Sql
  /** What gives a code when it is called, none when it is not to be seen; Oracle: `PACKAGE.FUNCTION`. */
  procedure(name: TableName): Sql
}

export type Catalogues = Readonly<Record<DatabaseClient, Catalogue>>
