import type { Outcome, RowStatus } from '../../../../contract/index.ts'
import type { UpdateEnd, UpdatePlan } from '../../../api/update.ts'
import type { Session, WrittenOutcome } from '../../../office/workbook/port.ts'
import { createBatcher } from '../../frame/batcher.ts'
import type { OutcomeTally, ReasonCount } from '../../frame/questions.ts'
import type { Job } from '../../frame/work.ts'
import type { Services } from '../../services.ts'

/** What an update did, row by row, and what is left of it when it was cut short. */
export interface UpdateResult {
  readonly end: UpdateEnd
  readonly rest: UpdatePlan | null
  /** The id of the update, once the backend gave one. */
  readonly id: string | null
  readonly outcomes: ReadonlyMap<string, OutcomeOfRow>
}

export interface OutcomeOfRow {
  readonly outcome: Outcome
  readonly reason: string | null
}

const statusOf: Readonly<Record<Outcome, RowStatus>> = {
  inserted: 'Inserted',
  updated: 'Updated',
  unchanged: 'Unchanged',
  skipped: 'Skipped',
  failed: 'Failed',
}

/** Sends the plan and writes each outcome into the sheet as it comes. */
export async function runUpdate(
  services: Pick<Services, 'api' | 'clock'>,
  session: Session,
  plan: UpdatePlan,
  job: Job,
): Promise<UpdateResult> {
  const outcomes = new Map<string, OutcomeOfRow>()
  const writer = session.beginOutcomes()
  const write = async (batch: { rowKey: string; outcome: Outcome; reason: string | null }[]) => {
    const rows = batch.map(({ rowKey, outcome, reason }): [string, WrittenOutcome] => [
      rowKey,
      { status: statusOf[outcome], reason },
    ])
    await writer.write(new Map(rows))
  }
  const batcher = createBatcher(write, services.clock)
  let id: string | null = null
  let end: UpdateEnd = { kind: 'interrupted' }
  let rest: UpdatePlan | null = plan
  let failed = 0
  try {
    for await (const event of services.api.update(plan, job.signal)) {
      if (event.type === 'row') {
        outcomes.set(event.rowKey, event)
        if (event.outcome === 'failed') failed += 1
        job.report({ done: outcomes.size, problems: failed })
        await batcher.add(event)
      } else if (event.type === 'started') id ??= event.id
      else if (event.type === 'notice') job.report({ note: 'The connection broke: going on.' })
      else ({ end, rest } = event)
    }
  } finally {
    await batcher.end()
  }
  // ebs is updated, whatever becomes of the columns in the sheet.
  await writer.finish().catch(() => undefined)
  return { end, rest, id, outcomes }
}

/** How many rows had each outcome. */
export function tallyOf(outcomes: ReadonlyMap<string, OutcomeOfRow>): OutcomeTally {
  const tally = { inserted: 0, updated: 0, unchanged: 0, skipped: 0, failed: 0 }
  for (const { outcome } of outcomes.values()) tally[outcome] += 1
  return tally
}

/** Why rows were skipped or failed, the commonest reason first. */
export function reasonsOf(outcomes: ReadonlyMap<string, OutcomeOfRow>): readonly ReasonCount[] {
  const counts = new Map<string, number>()
  for (const { outcome, reason } of outcomes.values()) {
    if ((outcome !== 'skipped' && outcome !== 'failed') || reason === null) continue
    counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .sort((one, other) => other.count - one.count)
}
