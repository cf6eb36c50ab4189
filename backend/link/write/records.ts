import type { StampedAttainment } from '../../ebs/attainments/index.ts'
import { digestOf } from '../../plr/compare/digest.ts'
import { eventKey } from '../../plr/event/learningEvent.ts'
import { grouped } from '../grouped.ts'
import type { EventLink } from '../links.ts'
import type { TrailEntry } from '../trail/trail.ts'
import type { UndoImage } from '../undo/images.ts'
import type { Done } from './acts.ts'

type Links = ReadonlyMap<string, ReadonlyMap<string, string>>

/** The links that rows make: to the record they wrote, or to the one they were recognised as. */
export function linksOf(done: readonly Done[]): readonly EventLink[] {
  return done.flatMap(({ personCode, row, verdict, wrote, outcome }) => {
    const attainmentCode = outcome === 'failed' ? null : (wrote ?? verdict.link)
    return attainmentCode === null
      ? []
      : [{ personCode, eventKey: eventKey(row.content.facts), attainmentCode }]
  })
}

/** What is needed to put the written records back. */
export function imagesOf(
  done: readonly Done[],
  after: readonly StampedAttainment[],
  known: Links,
): readonly UndoImage[] {
  const records = new Map(after.map((record) => [record.attainmentCode, record]))
  return done.flatMap(({ personCode, row, wrote, before }) => {
    const record = wrote === null ? undefined : records.get(wrote)
    if (!record) return []
    const key = eventKey(row.content.facts)
    return [
      {
        personCode,
        attainmentCode: record.attainmentCode,
        kind: before === null ? ('insert' as const) : ('update' as const),
        rowKey: row.rowKey,
        eventKey: key,
        linkBefore: known.get(personCode)?.get(key) ?? null,
        valuesBefore: before,
        digestAfter: digestOf(record.values),
        stampAfter: record.stamp,
      },
    ]
  })
}

/** One entry of the trail for each learner: what LRS had answered, and what was done with it. */
export function trailOf(done: readonly Done[], runId: string): readonly TrailEntry[] {
  return grouped(done, (one) => one.personCode).map((rows) => {
    const counts = new Map<string, number>()
    for (const { outcome } of rows) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
    return {
      what: 'update',
      runId,
      personCode: rows[0]?.personCode ?? null,
      detail: [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', '),
      vouches: rows.map(({ row, outcome, wrote, verdict }) => ({
        answered: row.content,
        outcome,
        attainmentCode: wrote,
        changes: verdict.changes,
      })),
    }
  })
}
