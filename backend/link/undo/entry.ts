import { concat, name, sql, toRaw } from '../../database/index.ts'
import type { Row } from '../../database/index.ts'
import type { Undone } from '../../plr/update/updates.ts'
import type { Link } from '../openLink.ts'
import { countRows } from '../runs/count.ts'
import { holdEntries } from '../runs/entryKey.ts'
import { isoTime } from '../runs/time.ts'

/** The runs that are undone together, oldest first. */
export interface Entry {
  readonly id: string
  readonly entryKey: string
  readonly runIds: readonly string[]
}

/** Finds the entry of a run, and stops those of its runs that are still at work. */
export async function openEntry(
  link: Link,
  id: string,
  undoDays: number,
): Promise<Entry | Exclude<Undone, { kind: 'undone' | 'not-allowed' }>> {
  const { database, tables, databaseId } = link
  const { utcNow, plusSeconds, timeText } = database.dialect
  const keptSince = plusSeconds(utcNow, -undoDays * 24 * 60 * 60)
  const columns = [
    ...['run_id', 'entry_key', 'finished_at', 'undone_by'].map((column) => name(column)),
    sql`${timeText(name('undone_at'))} as ${name('undone')}`,
  ]
  const runs = await database.read(
    sql`select ${concat(columns, ', ')}, case when ${name('started_at')} < ${keptSince} then 1 else 0 end as ${name('old')} from ${name(...tables.runs)} where ${name('database_id')} = ${databaseId} and ${name('entry_key')} in (select ${name('entry_key')} from ${name(...tables.runs)} where ${name('run_id')} = ${id}) order by ${name('started_at')}, ${name('run_id')}`,
  )
  const [first] = runs
  if (!first) return { kind: 'unknown' }
  const undone = runs.find((run) => run['undone'] !== null)
  if (undone) return already(undone)
  if (runs.some((run) => Number(run['old']) === 1)) return { kind: 'too-old' }
  for (const run of runs.filter((one) => one['finished_at'] === null)) {
    await stopRun(link, String(run['run_id']))
  }
  return {
    id: String(first['run_id']),
    entryKey: String(first['entry_key']),
    runIds: runs.map((run) => String(run['run_id'])),
  }
}

/** A run that is undone does not go on: its holder finds the lease gone and commits nothing more. */
async function stopRun(link: Link, id: string): Promise<void> {
  const { database, tables } = link
  await database.transaction(async ({ knex }) => {
    await knex(tables.runs.join('.'))
      .where({ run_id: id })
      .whereNull('finished_at')
      .update({
        epoch: knex.raw('?? + 1', ['epoch']),
        lease_until: null,
        finished_at: toRaw(knex, database.dialect.utcNow),
      })
  })
  const { inserted, updated, unchanged, skipped, failed } = await countRows(database, link, { id })
  await database.transaction(({ knex }) =>
    knex(tables.runs.join('.'))
      .where({ run_id: id })
      .update({ inserted, updated, unchanged, skipped, failed }),
  )
}

/**
 * Marks the runs as undone, unless somebody else has meanwhile, or the entry has grown by a run that
 * is to be undone as well.
 */
export async function closeEntry(
  link: Link,
  entry: Entry,
  who: string,
): Promise<{ readonly kind: 'closed' | 'grown' } | Already> {
  const { database, tables, databaseId } = link
  const { utcNow, timeText } = database.dialect
  return database.transaction(async (transaction) => {
    await holdEntries(transaction, link, 'alone')
    const runs = await transaction.read(
      sql`select ${name('run_id')}, ${name('undone_by')}, ${timeText(name('undone_at'))} as ${name('undone')} from ${name(...tables.runs)} where ${name('database_id')} = ${databaseId} and ${name('entry_key')} = ${entry.entryKey}`,
    )
    const undone = runs.find((run) => run['undone'] !== null)
    if (undone) return already(undone)
    const known = new Set(entry.runIds)
    if (runs.some((run) => !known.has(String(run['run_id'])))) return { kind: 'grown' }
    const { knex } = transaction
    await knex(tables.runs.join('.'))
      .whereIn('run_id', [...entry.runIds])
      .update({ undone_at: toRaw(knex, utcNow), undone_by: who.slice(0, 255) || '-' })
    return { kind: 'closed' }
  })
}

type Already = Extract<Undone, { kind: 'already' }>

function already(run: Row): Already {
  return { kind: 'already', who: String(run['undone_by']), at: isoTime(run['undone']) }
}
