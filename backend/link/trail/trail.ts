import { createHmac, randomUUID } from 'node:crypto'
import type { ExportNotice } from '../../../contract/index.ts'
import { insertRows, sql } from '../../database/index.ts'
import type { Transaction } from '../../database/index.ts'
import type { Person } from '../../plr/learner/person.ts'
import type { Link } from '../openLink.ts'

/** One thing that somebody did, without names, ULNs or grades. */
export interface TrailEntry {
  readonly what: 'update' | 'undo' | 'export'
  readonly runId: string | null
  readonly personCode: string | null
  /** Plain words for an auditor. */
  readonly detail: string
  /** What the entry vouches for; only its keyed digest is kept. */
  readonly vouches: unknown
}

export interface Trail {
  record(
    transaction: Transaction,
    person: Pick<Person, 'subject' | 'name'>,
    entries: readonly TrailEntry[],
  ): Promise<void>
  /** Before a file of downloaded data is made. */
  recordExport(notice: ExportNotice, person: Pick<Person, 'subject' | 'name'>): Promise<void>
}

/**
 * The audit trail: who did what to whom and when, by the clock of the database. With TRAIL_KEY every
 * entry bears a digest of what LRS answered and what was written, which nobody can make without the
 * key; the facts themselves are not kept.
 */
export function createTrail(link: Link, key: string | undefined): Trail {
  const { database, tables, databaseId } = link
  const record: Trail['record'] = (transaction, person, entries) =>
    insertRows(transaction, database.dialect, {
      table: tables.trail,
      columns: [
        { name: 'entry_id', kind: 'text' },
        { name: 'what', kind: 'text' },
        { name: 'run_id', kind: 'text' },
        { name: 'person_code', kind: 'number' },
        { name: 'detail', kind: 'text' },
        { name: 'digest', kind: 'text' },
      ],
      same: [
        { name: 'database_id', value: sql`${databaseId}` },
        { name: 'person', value: sql`${person.subject.slice(0, 255)}` },
        { name: 'person_name', value: sql`${person.name.slice(0, 255) || '-'}` },
        { name: 'happened_at', value: database.dialect.utcNow },
      ],
      rows: entries.map((entry) => [
        randomUUID(),
        entry.what,
        entry.runId,
        entry.personCode,
        entry.detail.slice(0, 1000),
        key === undefined ? null : vouchFor(key, entry),
      ]),
    })

  return {
    record,
    recordExport: ({ kind, rows, learners, personalDetails }, person) =>
      database.transaction((transaction) =>
        record(transaction, person, [
          {
            what: 'export',
            runId: null,
            personCode: null,
            detail: `${kind}: ${rows} rows of ${learners} learners, ${personalDetails ? 'with' : 'without'} names and dates of birth`,
            vouches: { kind, rows, learners, personalDetails },
          },
        ]),
      ),
  }
}

/** The keyed digest of an entry, which an auditor with the key and the facts works out again. */
export function vouchFor(key: string, entry: TrailEntry): string {
  const { what, runId, personCode, vouches } = entry
  return createHmac('sha256', key)
    .update(JSON.stringify([what, runId, personCode, vouches]))
    .digest('base64url')
}
