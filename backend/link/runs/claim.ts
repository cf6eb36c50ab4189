import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { DatabaseError, name, sql, toRaw } from '../../database/index.ts'
import type { Row } from '../../database/index.ts'
import type { Claim, ClaimRequest } from '../../plr/update/ports.ts'
import { digestOf } from '../digestOf.ts'
import type { Link } from '../openLink.ts'
import { entryKeyOf } from './entryKey.ts'
import { recordedRows } from './rows.ts'

/** How long a backend holds a run without renewing, and how long a finished run answers its key. */
export const leaseSeconds = 15
const answersSeconds = 24 * 60 * 60
/** A client that asks again at once may be faster than the news that it went away: 1 s for that. */
const patience = { times: 10, everyMs: 100 }

/** Takes a run for this backend: a new one, or one that its holder left (surface.md, Idempotency-Key). */
export async function claimRun(link: Link, request: ClaimRequest): Promise<Claim> {
  const runKey = digestOf([String(link.databaseId), request.person.subject, request.idempotencyKey])
  for (let waited = 0; ;) {
    const known = await find(link, runKey)
    if (!known) {
      const id = await insertRun(link, request, runKey)
      if (id !== null) return { kind: 'ours', run: { id, epoch: 1 }, recorded: new Map() }
      continue
    }
    const claim = await claimKnown(link, request, known)
    if (claim) return claim
    if (waited === patience.times) {
      return { kind: 'busy', retryAfterSeconds: await secondsLeft(link, String(known['run_id'])) }
    }
    waited += 1
    await setTimeout(patience.everyMs)
  }
}

/** Null when somebody else holds the run. */
async function claimKnown(link: Link, request: ClaimRequest, known: Row): Promise<Claim | null> {
  if (known['request_digest'] !== request.requestDigest) return { kind: 'different' }
  const id = String(known['run_id'])
  if (known['state'] === 'gone') return { kind: 'gone' }
  const epoch = Number(known['epoch'])
  if (known['state'] !== 'finished' && !(await takeOver(link, id, epoch))) return null
  const recorded = await recordedRows(link.database, link, id)
  return known['state'] === 'finished'
    ? { kind: 'finished', id, recorded }
    : { kind: 'ours', run: { id, epoch: epoch + 1 }, recorded }
}

async function find({ database, tables }: Link, runKey: string): Promise<Row | undefined> {
  const { utcNow, plusSeconds } = database.dialect
  const answersUntil = plusSeconds(name('finished_at'), answersSeconds)
  const [row] = await database.read(
    sql`select ${name('run_id')}, ${name('request_digest')}, ${name('epoch')}, case when ${name('finished_at')} is null then 'open' when ${answersUntil} > ${utcNow} then 'finished' else 'gone' end as ${name('state')} from ${name(...tables.runs)} where ${name('run_key')} = ${runKey}`,
  )
  return row
}

/** The run's own row, before the first learner; null when another request was faster. */
async function insertRun(
  link: Link,
  request: ClaimRequest,
  runKey: string,
): Promise<string | null> {
  const { database, tables, databaseId } = link
  const { utcNow, plusSeconds } = database.dialect
  const id = randomUUID()
  const values = {
    run_id: id,
    database_id: databaseId,
    run_key: runKey,
    person: request.person.subject.slice(0, 255),
    person_name: request.person.name.slice(0, 255) || '-',
    request_digest: request.requestDigest,
    epoch: 1,
    inserted: 0,
    updated: 0,
    unchanged: 0,
    skipped: 0,
    failed: 0,
  }
  try {
    await database.transaction(async (transaction) => {
      const { knex } = transaction
      const entryKey = await entryKeyOf(transaction, link, request, id)
      await knex(tables.runs.join('.')).insert({
        ...values,
        entry_key: entryKey,
        started_at: toRaw(knex, utcNow),
        lease_until: toRaw(knex, plusSeconds(utcNow, leaseSeconds)),
      })
    })
    return id
  } catch (error) {
    if (error instanceof DatabaseError && error.fault === 'duplicate') return null
    throw error
  }
}

async function takeOver({ database, tables }: Link, id: string, epoch: number): Promise<boolean> {
  const { utcNow, plusSeconds } = database.dialect
  const taken = await database.transaction(({ knex }) =>
    knex(tables.runs.join('.'))
      .where({ run_id: id, epoch })
      .whereNull('finished_at')
      .where((free) => {
        void free.whereNull('lease_until').orWhere('lease_until', '<=', toRaw(knex, utcNow))
      })
      .update({
        epoch: epoch + 1,
        lease_until: toRaw(knex, plusSeconds(utcNow, leaseSeconds)),
      }),
  )
  return taken === 1
}

async function secondsLeft({ database, tables }: Link, id: string): Promise<number> {
  const { utcNow, plusSeconds } = database.dialect
  // The smallest whole number of seconds after which the lease has ended, found without date arithmetic.
  const [row] = await database.read(
    sql`select case when ${name('lease_until')} is null or ${name('lease_until')} <= ${plusSeconds(utcNow, 1)} then 1 when ${name('lease_until')} <= ${plusSeconds(utcNow, 5)} then 5 else ${leaseSeconds} end as ${name('seconds')} from ${name(...tables.runs)} where ${name('run_id')} = ${id}`,
  )
  return Number(row?.['seconds'] ?? 1) || 1
}
