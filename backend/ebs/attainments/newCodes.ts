import { concat, name, sql } from '../../database/index.ts'
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
  if ('procedure' in rule) {
    const codes: string[] = []
    for (let at = 0; at < count; at += 1) {
      codes.push(...codesOf(await transaction.read(fromProcedure(dialect, rule.procedure))))
    }
    return codes
  }
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

/** A function without arguments that gives the next code; on SQL Server a procedure with one output. */
export function fromProcedure({ client }: Dialect, procedure: string): Sql {
  switch (client) {
    case 'pg':
      return sql`select ${name(procedure)}()::text as ${code}`
    case 'mssql':
      return sql`declare @code decimal(18, 0); exec ${name(procedure)} @code output; select cast(@code as varchar(20)) as ${code}`
    case 'oracledb':
      return sql`select to_char(${name(procedure)}()) as ${code} from dual`
  }
}

/** The counter holds the last code given out; its row stays ours until the transaction ends. */
async function fromCounter(
  { read, knex }: Transaction,
  dialect: Dialect,
  counter: Extract<Named, { counter: unknown }>['counter'],
  count: number,
): Promise<readonly string[]> {
  const { table, column, where } = counter
  const { hint, end } = dialect.rowLock
  const conditions = Object.entries(where).map(([key, value]) => sql`${name(key)} = ${value}`)
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
  await knex(table)
    .where(where)
    .update({ [column]: String(first + BigInt(count) - 1n) })
  return Array.from({ length: count }, (_, at) => String(first + BigInt(at)))
}

function codesOf(rows: readonly Readonly<Record<string, unknown>>[]): string[] {
  return rows.map((row) => String(row['code']))
}
