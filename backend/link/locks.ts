import { DatabaseError, concat, insertRows, name, sql } from '../database/index.ts'
import type { Dialect, Sql, Transaction } from '../database/index.ts'
import type { Link } from './openLink.ts'
import { isPersonOf } from './people.ts'

const columns = [
  { name: 'database_id', kind: 'number' },
  { name: 'person_code', kind: 'number' },
] as const

/**
 * Makes sure that learners have a row to be locked by. Outside the transactions that lock them, since
 * no engine but PostgreSQL inserts a row only if it is absent.
 */
export async function ensureLocks(link: Link, people: readonly string[]): Promise<void> {
  const { database, tables, databaseId } = link
  const missing = await absent(link, people)
  if (missing.length === 0) return
  const insert = (codes: readonly string[]): Promise<void> =>
    database.transaction((transaction) =>
      insertRows(transaction, database.dialect, {
        table: tables.locks,
        columns,
        rows: codes.map((code) => [databaseId, code]),
      }),
    )
  try {
    await insert(missing)
  } catch (error) {
    if (!isMet(error)) throw error
    // Another Update makes some of them at this moment: one by one then.
    for (const code of await absent(link, people)) {
      await insert([code]).catch((failure: unknown) => {
        if (!isDuplicate(failure)) throw failure
      })
    }
  }
}

async function absent(
  { database, tables, databaseId }: Link,
  people: readonly string[],
): Promise<readonly string[]> {
  const { dialect } = database
  const there = new Set<string>()
  for (let at = 0; at < people.length; at += 1000) {
    const rows = await database.read(
      sql`select ${dialect.numberText(name('person_code'))} as ${name('person_code')} from ${name(...tables.locks)} where ${name('database_id')} = ${databaseId} and ${isPersonOf(dialect, name('person_code'), people.slice(at, at + 1000))}`,
    )
    for (const row of rows) there.add(String(row['person_code']))
  }
  // In one order, so that two updates which make the same rows do not wait for each other.
  return people.filter((code) => !there.has(code)).sort((one, other) => Number(one) - Number(other))
}

/** Another Update is at one of the learners, for longer than a lock is waited for. */
export class LearnersLocked extends Error {
  override readonly name = 'LearnersLocked'
  constructor() {
    super('Another update is at work on one of these learners')
  }
}

/**
 * Locks learners until the transaction ends, in the order of their person codes; nobody in ebs waits.
 * @throws LearnersLocked
 */
export async function lockLearners(
  transaction: Transaction,
  { database, tables, databaseId }: Link,
  people: readonly string[],
): Promise<void> {
  const { dialect } = database
  const { hint, end } = lockOf(dialect)
  try {
    await transaction.read(
      sql`select ${name('person_code')} from ${name(...tables.locks)}${hint} where ${name('database_id')} = ${databaseId} and ${isOneOf(dialect, people)} order by ${name('person_code')}${end}`,
    )
  } catch (error) {
    if (dialect.fault(error) === 'lock-timeout') throw new LearnersLocked()
    throw error
  }
}

/**
 * SQL Server locks every row that it reads on its way: it must go straight to those asked for, else
 * it would wait for learners of other updates, and hold theirs. So the values stand in the statement
 * themselves, of the column's own type, with a hint that forbids to read the table through.
 */
function lockOf({ client, rowLock }: Dialect): Dialect['rowLock'] {
  return client === 'mssql'
    ? { hint: sql` with (updlock, holdlock, rowlock, forceseek)`, end: sql`` }
    : rowLock
}

function isOneOf(dialect: Dialect, people: readonly string[]): Sql {
  if (dialect.client !== 'mssql') return isPersonOf(dialect, name('person_code'), people)
  const codes = people.map((code) => sql`cast(${code} as bigint)`)
  return sql`${name('person_code')} in (${concat(codes, ', ')})`
}

/** Another Update is at the same rows. */
const isMet = (error: unknown): boolean =>
  error instanceof DatabaseError && ['duplicate', 'deadlock', 'lock-timeout'].includes(error.fault)

const isDuplicate = (error: unknown): boolean =>
  error instanceof DatabaseError && error.fault === 'duplicate'
