import type { Outcome, OutcomeCounts } from '../../../contract/index.ts'

/** Counts outcomes; processed is the sum of the five. */
export function countOutcomes(outcomes: Iterable<Outcome>): OutcomeCounts {
  const counts = { inserted: 0, updated: 0, unchanged: 0, skipped: 0, failed: 0 }
  let processed = 0
  for (const outcome of outcomes) {
    counts[outcome] += 1
    processed += 1
  }
  return { type: 'done', processed, ...counts }
}
