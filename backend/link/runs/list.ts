import { concat, name, sql } from '../../database/index.ts'
import type { Row, Sql } from '../../database/index.ts'
import type { UpdateEntry, UpdateList } from '../../../contract/index.ts'
import type { Link } from '../openLink.ts'
import { countRows } from './count.ts'
import { isoTime } from './time.ts'

const counts = ['inserted', 'updated', 'unchanged', 'skipped', 'failed'] as const

/**
 * The updates made, newest first: runs of one batch are one entry with the id of the first and the
 * time of the last.
 */
export async function listRuns(link: Link, offset: number, limit: number): Promise<UpdateList> {
  const { database, tables, databaseId } = link
  const ours = sql`${name('database_id')} = ${databaseId}`
  const [counted] = await database.read(
    sql`select count(distinct ${name('entry_key')}) as ${name('total')} from ${name(...tables.runs)} where ${ours}`,
  )
  const page = sql`select ${name('entry_key')}, max(${name('started_at')}) as ${name('last_at')} from ${name(...tables.runs)} where ${ours} group by ${name('entry_key')}`
  const entries = await database.read(
    sql`${page} order by ${name('last_at')} desc, ${name('entry_key')} ${pageOf(link, offset, limit)}`,
  )
  const keys = entries.map((entry) => String(entry['entry_key']))
  const runs = keys.length === 0 ? [] : await runsOf(link, keys)
  const updates: UpdateEntry[] = []
  for (const key of keys) {
    const ofEntry = runs.filter((run) => run['entry_key'] === key)
    if (ofEntry[0]) updates.push(await entryOf(link, ofEntry[0], ofEntry))
  }
  return { updates, total: Number(counted?.['total'] ?? 0) }
}

function pageOf({ database }: Link, offset: number, limit: number): Sql {
  return database.dialect.client === 'pg'
    ? sql`limit ${limit} offset ${offset}`
    : sql`offset ${offset} rows fetch next ${limit} rows only`
}

async function runsOf({ database, tables, databaseId }: Link, keys: readonly string[]) {
  const columns = [
    ...['run_id', 'entry_key', 'person_name', 'undone_by', ...counts].map((column) => name(column)),
    ...['started', 'finished', 'undone'].map(
      (act) => sql`${database.dialect.timeText(name(`${act}_at`))} as ${name(act)}`,
    ),
  ]
  const listed = concat(
    keys.map((key) => sql`${key}`),
    ', ',
  )
  return database.read(
    sql`select ${concat(columns, ', ')} from ${name(...tables.runs)} where ${name('database_id')} = ${databaseId} and ${name('entry_key')} in (${listed}) order by ${name('started_at')}, ${name('run_id')}`,
  )
}

async function entryOf(link: Link, first: Row, runs: readonly Row[]): Promise<UpdateEntry> {
  const sum = { inserted: 0, updated: 0, unchanged: 0, skipped: 0, failed: 0 }
  for (const run of runs) {
    const ofRun =
      run['finished'] === null
        ? await countRows(link.database, link, { id: String(run['run_id']) })
        : run
    for (const outcome of counts) sum[outcome] += Number(ofRun[outcome])
  }
  const undone = runs.find((run) => run['undone'] !== null)
  return {
    id: String(first['run_id']),
    who: String(first['person_name']),
    at: isoTime(runs.at(-1)?.['started']),
    processed: counts.reduce((total, outcome) => total + sum[outcome], 0),
    ...sum,
    undone: undone ? { who: String(undone['undone_by']), at: isoTime(undone['undone']) } : null,
  }
}
