import type { Dialect } from '../dialect/dialect.ts'
import type { Transaction } from '../openDatabase.ts'
import { concat, name, sql } from '../sql.ts'
import type { Sql } from '../sql.ts'
import { boundCell, columnArray, jsonRows } from './cells.ts'
import type { Cell } from './cells.ts'
import { executeMany } from './executeMany.ts'
import type { Insertion } from './insertion.ts'

/** Inserts many rows in one round trip; on Oracle one for each 1000 rows. */
export async function insertRows(
  transaction: Transaction,
  dialect: Dialect,
  insertion: Insertion,
): Promise<void> {
  if (insertion.rows.length === 0) return
  switch (dialect.client) {
    case 'pg':
      await transaction.read(arrayInsert(insertion))
      return
    case 'mssql':
      await transaction.read(jsonInsert(insertion))
      return
    case 'oracledb':
      await executeMany(transaction, singleInserts(dialect, insertion))
  }
}

/** All rows as arrays, a column an array (PostgreSQL). */
export function arrayInsert(insertion: Insertion): Sql {
  const { columns, rows } = insertion
  const arrays = columns.map((column, at) => columnArray(rows, at, column.kind))
  const given = columns.map((_, at) => sql`${name(`c${at}`)}`)
  return sql`insert into ${name(...insertion.table)} (${columnNames(insertion)}) select ${concat([...given, ...sameValues(insertion)], ', ')} from unnest(${concat(arrays, ', ')}) as given(${concat(given, ', ')})`
}

/** All rows as one value (SQL Server). */
function jsonInsert(insertion: Insertion): Sql {
  const columns = insertion.columns.map(({ kind }, at) => ({ name: `c${at}`, kind }))
  return sql`insert into ${name(...insertion.table)} (${columnNames(insertion)}) select ${concat(givenValues(insertion), ', ')} from ${jsonRows(columns, insertion.rows)}`
}

/** One statement a row, all of one text (Oracle). */
export function singleInserts(dialect: Dialect, insertion: Insertion): readonly Sql[] {
  const { table, columns, rows } = insertion
  const names = columnNames(insertion)
  return rows.map((row) => {
    const cells = columns.map((column, at) => boundCell(dialect, row[at], column.kind))
    return sql`insert into ${name(...table)} (${names}) values (${concat([...cells, ...sameValues(insertion)], ', ')})`
  })
}

/**
 * The same on SQL Server with a column of each new row read back. A plain INSERT may give rows back in
 * any order and does not say which is which; MERGE gives the row's number with it. Without INTO the
 * engine refuses OUTPUT on a table that has triggers.
 */
export function mergeInsert(insertion: Insertion, returned: Sql): Sql {
  const { table, columns, rows } = insertion
  const given = [
    { name: 'n', kind: 'key' as const },
    ...columns.map(({ kind }, at) => ({ name: `c${at}`, kind })),
  ]
  const numbered = rows.map((row, at): readonly Cell[] => [at, ...row])
  return sql`declare @made table (n int, code varchar(40)); merge into ${name(...table)} as held using ${jsonRows(given, numbered)} on 1 = 0 when not matched then insert (${columnNames(insertion)}) values (${concat(givenValues(insertion), ', ')}) output ${name('given', 'n')}, ${returned} into @made; select code as ${name('code')} from @made order by n`
}

function columnNames({ columns, same = [] }: Insertion): Sql {
  return concat(
    [...columns, ...same].map((column) => name(column.name)),
    ', ',
  )
}

function givenValues(insertion: Insertion): readonly Sql[] {
  return [...insertion.columns.map((_, at) => name('given', `c${at}`)), ...sameValues(insertion)]
}

function sameValues({ same = [] }: Insertion): readonly Sql[] {
  return same.map((column) => column.value)
}
