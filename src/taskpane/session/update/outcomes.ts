import type { Outcome } from '../../../../contract/index.ts'
import type { OutcomeTally, ReasonCount } from '../../frame/questions.ts'

/** What Update did with one row. */
export interface OutcomeOfRow {
  readonly outcome: Outcome
  readonly reason: string | null
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
