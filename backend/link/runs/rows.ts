import { insertRows, name, sql } from '../../database/index.ts'
import type { Sql, Transaction } from '../../database/index.ts'
import { outcomes } from '../../../contract/index.ts'
import type { Recorded, RowResult, Run } from '../../plr/update/ports.ts'
import type { Reading } from '../links.ts'
import type { Link } from '../openLink.ts'
import { isPersonOf } from '../people.ts'
import { rowLockOf } from '../rowLock.ts'

/** The recorded rows of a run: all, or those of some learners. */
export async function recordedRows(
  on: Reading,
  { database, tables }: Link,
  runId: string,
  people?: readonly string[],
): Promise<Recorded> {
  const ofPeople = people ? isPersonOf(database.dialect, name('person_code'), people) : sql`1 = 1`
  const rows = await on.read(
    sql`select ${name('row_digest')}, ${name('outcome')}, ${name('reason')} from ${name(...tables.runRows)} where ${name('run_id')} = ${runId} and ${ofPeople}`,
  )
  return new Map(
    rows.map((row) => [
      String(row['row_digest']),
      {
        outcome: outcomes.find((outcome) => outcome === row['outcome']) ?? 'failed',
        reason: typeof row['reason'] === 'string' ? row['reason'] : null,
      },
    ]),
  )
}

/** Longest reason that is kept, as the table has it. */
const longestReason = 1000

/** Records rows, once a run and row: a second time is an error of the database. */
export async function recordRows(
  transaction: Transaction,
  { database, tables }: Link,
  runId: string,
  rows: readonly RowResult[],
): Promise<void> {
  await insertRows(transaction, database.dialect, {
    table: tables.runRows,
    columns: [
      { name: 'person_code', kind: 'number' },
      { name: 'row_digest', kind: 'text' },
      { name: 'outcome', kind: 'text' },
      { name: 'reason', kind: 'text' },
    ],
    same: [{ name: 'run_id', value: sql`${runId}` }],
    rows: rows.map((row) => [
      row.personCode,
      row.rowDigest,
      row.outcome,
      row.reason?.slice(0, longestReason) ?? null,
    ]),
  })
}

/** The lease of a run is no longer this backend's: nothing of the transaction may stand. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost'
  constructor() {
    super('The lease of this update is no longer held here')
  }
}

/** True for the holder of the run's lease, by the clock of the database. */
export function isHeld({ database }: Link, run: Run): Sql {
  return sql`${name('run_id')} = ${run.id} and ${name('epoch')} = ${run.epoch} and ${name('finished_at')} is null and ${name('lease_until')} > ${database.dialect.utcNow}`
}

/**
 * The last thing that a transaction of a run does, beside others of that run; whoever takes the run
 * over, or undoes it, waits until the transaction has ended.
 * @throws LeaseLost so that a backend which slept through its lease commits nothing
 */
export async function checkLease(on: Reading, link: Link, run: Run): Promise<void> {
  const { hint, end } = rowLockOf(link.database.dialect, 'shared')
  const held = await on.read(
    sql`select ${name('epoch')} from ${name(...link.tables.runs)}${hint} where ${isHeld(link, run)}${end}`,
  )
  if (held.length !== 1) throw new LeaseLost()
}
