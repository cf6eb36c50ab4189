import type { Outcome, RowStatus } from '../../../../contract/index.ts'
import { ApiError } from '../../../api/problem.ts'
import type { UpdateEnd, UpdateEvent, UpdatePlan } from '../../../api/update.ts'
import type { Session, WrittenOutcome } from '../../../office/workbook/port.ts'
import { createBatcher } from '../../frame/batcher.ts'
import type { Job } from '../../frame/work.ts'
import type { Services } from '../../services.ts'
import type { Decided } from '../decisions/decided.ts'
import { createRowMarker } from './markRows.ts'
import type { Unmarked } from './markRows.ts'
import type { OutcomeOfRow } from './outcomes.ts'

/** What an update did, row by row, and what is left of it when it was cut short. */
export interface UpdateResult {
  readonly end: UpdateEnd | RefusedEnd
  readonly rest: UpdatePlan | null
  /** The id of the update, once the backend gave one. */
  readonly id: string | null
  readonly outcomes: ReadonlyMap<string, OutcomeOfRow>
  /** What the sheet does not show of them. */
  readonly unmarked: Unmarked | null
}

/** The backend refused to go on, after some rows were written. */
export interface RefusedEnd {
  readonly kind: 'refused'
  readonly error: ApiError
}

const statusOf: Readonly<Record<Outcome, RowStatus>> = {
  inserted: 'Inserted',
  updated: 'Updated',
  unchanged: 'Unchanged',
  skipped: 'Skipped',
  failed: 'Failed',
}

/**
 * Sends the plan and writes each outcome into the sheet as it comes; a row that was decided to be left
 * out keeps beside it why it needed a decision.
 */
export async function runUpdate(
  services: Pick<Services, 'api' | 'clock'>,
  { session, decided }: { readonly session: Session; readonly decided: Decided },
  plan: UpdatePlan,
  job: Job,
): Promise<UpdateResult> {
  const outcomes = new Map<string, OutcomeOfRow>()
  const leftOut = new Set(
    plan.decisions.filter(({ take }) => take === 'skip').map(({ rowKey }) => rowKey),
  )
  const marker = createRowMarker(session)
  const markOf = ({ rowKey, outcome, reason }: UpdatedRow): WrittenOutcome => {
    const why = outcome === 'skipped' && leftOut.has(rowKey) ? decided.whyAsked(rowKey) : null
    const said = [reason, why].filter((part) => part !== null && part !== '').join(' ')
    return { status: statusOf[outcome], reason: said === '' ? null : said }
  }
  const batcher = createBatcher(
    (batch: UpdatedRow[]) => marker.mark(new Map(batch.map((row) => [row.rowKey, markOf(row)]))),
    services.clock,
  )
  let id: string | null = null
  let end: UpdateResult['end'] = { kind: 'interrupted' }
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
  } catch (error) {
    const stands = error instanceof ApiError && error.failure.kind !== 'signed-out'
    if (!stands || outcomes.size === 0) throw error
    // The same plan again tells these rows once more and goes on: nothing is written twice.
    end = { kind: 'refused', error }
  } finally {
    await batcher.end()
  }
  return { end, rest, id, outcomes, unmarked: await marker.finish() }
}

type UpdatedRow = Extract<UpdateEvent, { type: 'row' }>
