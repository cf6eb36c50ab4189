import type { Outcome } from '../../../../contract/index.ts'
import type { PreviewRow } from '../../../api/preview.ts'
import type { Selection } from '../../../office/workbook/port.ts'

/** What is selected in the sheet, and what Update would do with it. */
export interface SelectionSummary {
  readonly rows: number
  readonly learners: number
  readonly hidden: number
  readonly review: number
  readonly preview: PreviewState
}

export type PreviewState =
  /** Nobody asked: nothing is selected, or the person may not update. */
  | { readonly kind: 'none' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'known'; readonly known: KnownPreview }

export interface KnownPreview {
  readonly byKey: ReadonlyMap<string, PreviewRow>
  /** Selected rows that carry no learning event, so there is nothing to write. */
  readonly withoutEvent: number
}

export const nothingSelected: SelectionSummary = {
  rows: 0,
  learners: 0,
  hidden: 0,
  review: 0,
  preview: { kind: 'none' },
}

export function summaryOf(selection: Selection, preview: PreviewState): SelectionSummary {
  return {
    rows: selection.rows.length,
    learners: selection.learners,
    hidden: selection.hidden,
    review: selection.rows.filter(({ status }) => status === 'Review').length,
    preview,
  }
}

/** How many rows of a preview would have each outcome; `decide` are those that wait for a decision. */
export interface PreviewTally {
  readonly insert: number
  readonly update: number
  readonly unchanged: number
  readonly decide: number
  readonly skip: number
  readonly fail: number
}

/**
 * Counts a preview. A row that would be skipped but lists changes waits for a decision; one without
 * changes is left out for another reason.
 */
export function tallyPreview(known: KnownPreview): PreviewTally {
  const tally = { insert: 0, update: 0, unchanged: 0, decide: 0, skip: 0, fail: 0 }
  for (const row of known.byKey.values()) tally[slotOf(row)] += 1
  return tally
}

/** Whether a previewed row waits for a decision of the person. */
export function waitsForDecision(row: PreviewRow): boolean {
  return row.outcome === 'skipped' && row.changes.length > 0
}

const slots: Readonly<Record<Exclude<Outcome, 'skipped'>, keyof PreviewTally>> = {
  inserted: 'insert',
  updated: 'update',
  unchanged: 'unchanged',
  failed: 'fail',
}

function slotOf(row: PreviewRow): keyof PreviewTally {
  if (row.outcome !== 'skipped') return slots[row.outcome]
  return waitsForDecision(row) ? 'decide' : 'skip'
}
