import { name, sql } from '../database/index.ts'
import type { Sql } from '../database/index.ts'
import type { Mapping } from '../ebs/mapping/index.ts'
import { forgetDeleted } from './forgetDeleted.ts'
import type { Forgotten } from './forgetDeleted.ts'
import type { Link } from './openLink.ts'

export interface Retention {
  /** UNDO_DAYS and TRAIL_DAYS. */
  readonly undoDays: number
  readonly trailDays: number
}

/** How long the rows of a run answer its key, with a day to spare. */
const rowDays = 2

/**
 * Deletes what is no longer kept: rows of old runs, undo images, the trail with its runs, and what is
 * held of learners whom ebs deleted. It can be broken off at any point, and done by several at once.
 */
export async function purgeLink(
  link: Link,
  mapping: Mapping,
  { undoDays, trailDays }: Retention,
): Promise<Forgotten> {
  const { database, tables, databaseId } = link
  const { utcNow, plusSeconds } = database.dialect
  const before = (days: number): Sql => plusSeconds(utcNow, -days * 24 * 60 * 60)
  const oldRuns = (days: number): Sql =>
    sql`select ${name('run_id')} from ${name(...tables.runs)} where ${name('database_id')} = ${databaseId} and ${name('started_at')} < ${before(days)}`
  const statements = [
    sql`delete from ${name(...tables.runRows)} where ${name('run_id')} in (${oldRuns(rowDays)} and ${name('finished_at')} < ${before(rowDays)})`,
    // An image knows its database and its age through its run: none outlives that.
    sql`delete from ${name(...tables.undoImages)} where ${name('run_id')} in (${oldRuns(Math.min(undoDays, trailDays))})`,
    sql`delete from ${name(...tables.trail)} where ${name('database_id')} = ${databaseId} and ${name('happened_at')} < ${before(trailDays)}`,
    sql`delete from ${name(...tables.runRows)} where ${name('run_id')} in (${oldRuns(trailDays)})`,
    sql`delete from ${name(...tables.runs)} where ${name('database_id')} = ${databaseId} and ${name('started_at')} < ${before(trailDays)}`,
  ]
  for (const statement of statements) {
    await database.transaction(({ read }) => read(statement))
  }
  return forgetDeleted(link, mapping)
}
