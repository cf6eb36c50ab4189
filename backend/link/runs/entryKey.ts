import { name, sql } from '../../database/index.ts'
import type { Transaction } from '../../database/index.ts'
import type { ClaimRequest } from '../../plr/update/ports.ts'
import { digestOf } from '../digestOf.ts'
import { rowLockOf } from '../rowLock.ts'
import type { Link } from '../openLink.ts'

/**
 * What the runs of one entry of the list have in common: those of one batch, one person's; a run
 * without a batch is an entry of its own. A batch that was undone is done with, so that its next run
 * begins a new entry. To be asked for in the transaction that inserts the run.
 */
export async function entryKeyOf(
  transaction: Transaction,
  link: Link,
  { person, batch }: Pick<ClaimRequest, 'person' | 'batch'>,
  id: string,
): Promise<string> {
  if (batch === null) return id
  await holdEntries(transaction, link, 'shared')
  let key = digestOf([String(link.databaseId), person.subject, batch])
  while (await isUndone(transaction, link, key)) key = digestOf([key])
  return key
}

/**
 * Keeps apart, until the transaction ends, runs that join an entry (beside each other, shared) and an
 * undo that closes one (alone): else a run could join what is undone at that moment.
 */
export async function holdEntries(
  transaction: Transaction,
  { database, tables, databaseId }: Link,
  how: 'shared' | 'alone',
): Promise<void> {
  const { hint, end } = rowLockOf(database.dialect, how)
  await transaction.read(
    sql`select ${name('database_id')} from ${name(...tables.identities)}${hint} where ${name('database_id')} = ${databaseId}${end}`,
  )
}

async function isUndone(
  transaction: Transaction,
  { tables, databaseId }: Link,
  entryKey: string,
): Promise<boolean> {
  const [undone] = await transaction.read(
    sql`select ${name('run_id')} from ${name(...tables.runs)} where ${name('database_id')} = ${databaseId} and ${name('entry_key')} = ${entryKey} and ${name('undone_at')} is not null`,
  )
  return undone !== undefined
}
