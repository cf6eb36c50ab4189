import type { Dialect } from '../dialect/dialect.ts'
import type { Transaction } from '../openDatabase.ts'
import type { Row } from '../query.ts'
import { concat, name, sql } from '../sql.ts'
import type { Sql } from '../sql.ts'
import { boundCell, columnArray } from './cells.ts'
import type { Insertion } from './insertion.ts'
import { insertMany } from './insertMany.ts'

/**
 * Inserts many rows in as few round trips as the engine allows: one on PostgreSQL (arrays), one for
 * each 1000 rows or 2100 values on SQL Server, one for each 1000 rows on Oracle.
 */
export async function insertRows(
  transaction: Transaction,
  dialect: Dialect,
  insertion: Insertion,
): Promise<void> {
  if (insertion.rows.length === 0) return
  if (dialect.client === 'oracledb') return insertMany(transaction, dialect, insertion)
  for (const statement of insertStatements(dialect, insertion)) await transaction.read(statement)
}

/** The same on PostgreSQL, with a column of each new row read back, in the order of `rows`. */
export function insertReturning(
  transaction: Transaction,
  insertion: Insertion,
  returned: Sql,
): Promise<readonly Row[]> {
  return transaction.read(sql`${arrayInsert(insertion)} returning ${returned}`)
}

/** The statements of an insertion, for running and for checking those that cannot run here. */
export function insertStatements(dialect: Dialect, insertion: Insertion): readonly Sql[] {
  if (dialect.client === 'pg') return [arrayInsert(insertion)]
  const { rows, columns } = insertion
  const { insertRows: mostRows, bindings } = dialect.limits
  const least = Math.max(1, columns.length + (insertion.same?.length ?? 0))
  const size = Math.max(1, Math.min(mostRows, Math.floor((bindings - 50) / least)))
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) => {
    const values = rows.slice(at * size, (at + 1) * size).map((row) => {
      const cells = columns.map((column, index) => boundCell(dialect, row[index], column.kind))
      return sql`(${concat([...cells, ...sameValues(insertion)], ', ')})`
    })
    return sql`insert into ${name(...insertion.table)} (${columnNames(insertion)}) values ${concat(values, ', ')}`
  })
}

function arrayInsert(insertion: Insertion): Sql {
  const { columns, rows } = insertion
  const arrays = columns.map((column, at) => columnArray(rows, at, column.kind))
  const given = columns.map((_, at) => sql`${name(`c${at}`)}`)
  return sql`insert into ${name(...insertion.table)} (${columnNames(insertion)}) select ${concat([...given, ...sameValues(insertion)], ', ')} from unnest(${concat(arrays, ', ')}) as given(${concat(given, ', ')})`
}

function columnNames({ columns, same = [] }: Insertion): Sql {
  return concat(
    [...columns, ...same].map((column) => name(column.name)),
    ', ',
  )
}

function sameValues({ same = [] }: Insertion): readonly Sql[] {
  return same.map((column) => column.value)
}
