import { concat, executeMany, name, sql } from '../../database/index.ts'
import type { Dialect, Sql, Transaction } from '../../database/index.ts'
import type { AttainmentCodeRule } from '../mapping/index.ts'

type Named = Exclude<AttainmentCodeRule, { generated: true }>

/**
 * Takes new attainment codes the way ebs itself takes them at this site, so that none is given twice
 * while ebs inserts at the same moment. Codes the transaction does not use are lost, as in ebs.
 */
export async function takeCodes(
  transaction: Transaction,
  dialect: Dialect,
  rule: Named,
  count: number,
): Promise<readonly string[]> {
  if (count === 0) return []
  if ('sequence' in rule)
    return codesOf(await transaction.read(fromSequence(dialect, rule.sequence, count)))
  if ('procedure' in rule) return fromProcedure(transaction, dialect, rule.procedure, count)
  return fromCounter(transaction, dialect, rule.counter, count)
}

const code = name('code')

/** Exported for the check of statements that cannot run here. */
export function fromSequence({ client }: Dialect, sequence: string, count: number): Sql {
  switch (client) {
    case 'pg':
      return sql`select nextval(${sequence})::text as ${code} from generate_series(1, ${count}::integer)`
    case 'mssql': {
      const ones = concat(
        Array.from({ length: count }, () => sql`(1)`),
        ', ',
      )
      return sql`select cast(next value for ${name(sequence)} as varchar(20)) as ${code} from (values ${ones}) as given(one)`
    }
    case 'oracledb':
      return sql`select to_char(${name(sequence)}.nextval) as ${code} from dual connect by level <= ${count}`
  }
}

/**
 * A function without arguments that gives the next code (Oracle: it may be of a package, and gets its
 * own block, since one that writes is not allowed in a SELECT, ORA-14551); on SQL Server a procedure
 * with one output. A number a call, but on Oracle and SQL Server one round trip for them all.
 */
async function fromProcedure(
  transaction: Transaction,
  { client }: Dialect,
  procedure: string,
  count: number,
): Promise<readonly string[]> {
  switch (client) {
    case 'pg': {
      const codes: string[] = []
      for (let at = 0; at < count; at += 1) {
        codes.push(
          ...codesOf(await transaction.read(sql`select ${name(procedure)}()::text as ${code}`)),
        )
      }
      return codes
    }
    case 'mssql':
      return checked(codesOf(await transaction.read(calls(procedure, count))), count, procedure)
    case 'oracledb': {
      const block = sql`begin ${null} := to_char(${name(procedure)}()); end;`
      const blocks = Array.from({ length: count }, () => block)
      return checked((await executeMany(transaction, blocks, 'text')).returned, count, procedure)
    }
  }
}

/** The calls of a procedure of SQL Server, a number each. */
function calls(procedure: string, count: number): Sql {
  return sql`declare @made table (n int identity, code decimal(18, 0)); declare @code decimal(18, 0); declare @left int = ${count}; while @left > 0 begin set @code = null; exec ${name(procedure)} @code output; insert into @made (code) values (@code); set @left = @left - 1; end; select cast(code as varchar(20)) as ${code} from @made order by n`
}

function checked(codes: readonly string[], count: number, procedure: string): readonly string[] {
  if (codes.length === count && codes.every((given) => /^\d+$/.test(given))) return codes
  throw new Error(
    `${procedure} was to give ${count} attainment codes and did not. Correct attainments.code in the mapping.`,
  )
}

/** The counter holds the last code given out; its row stays ours until the transaction ends. */
async function fromCounter(
  { read }: Transaction,
  dialect: Dialect,
  counter: Extract<Named, { counter: unknown }>['counter'],
  count: number,
): Promise<readonly string[]> {
  const { table, column, where } = counter
  const { hint, end } = dialect.rowLock
  const conditions = Object.entries(where).map(
    ([key, value]) => sql`${name(key)} = ${keyValue(dialect, value)}`,
  )
  const all = conditions.length === 0 ? sql`1 = 1` : concat(conditions, ' and ')
  const rows = await read(
    sql`select ${dialect.numberText(name(column))} as ${code} from ${name(table)}${hint} where ${all}${end}`,
  )
  const [last] = codesOf(rows)
  if (last === undefined || rows.length !== 1) {
    throw new Error(
      `The mapping's counter must name one row of ${table}; it names ${rows.length}. Correct attainments.code in the mapping.`,
    )
  }
  const first = BigInt(last) + 1n
  const now = dialect.number(String(first + BigInt(count) - 1n))
  await read(sql`update ${name(table)} set ${name(column)} = ${now} where ${all}`)
  return Array.from({ length: count }, (_, at) => String(first + BigInt(at)))
}

/**
 * SQL Server would turn a VARCHAR column into NVARCHAR for a text of the driver, read the whole table,
 * and hold locks on all of it.
 */
function keyValue({ client }: Dialect, value: string | number): Sql {
  return client === 'mssql' && typeof value === 'string'
    ? sql`cast(${value} as varchar(255))`
    : sql`${value}`
}

function codesOf(rows: readonly Readonly<Record<string, unknown>>[]): string[] {
  // A procedure that selects something gives rows of its own.
  return rows.filter((row) => 'code' in row).map((row) => String(row['code']))
}
