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
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'known'; readonly known: KnownPreview }

export interface KnownPreview {
  readonly byKey: ReadonlyMap<string, PreviewRow>
  /** Rows that somebody decided about before. */
  readonly decided: ReadonlySet<string>
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

/**
 * How many rows of a preview would have each outcome; `decide` are those that wait for a decision,
 * `leave` those that were decided to be left out.
 */
export interface PreviewTally {
  readonly insert: number
  readonly update: number
  readonly unchanged: number
  readonly decide: number
  readonly leave: number
  readonly skip: number
  readonly fail: number
}

/** Counts a preview. */
export function tallyPreview(known: KnownPreview): PreviewTally {
  const tally = { insert: 0, update: 0, unchanged: 0, decide: 0, leave: 0, skip: 0, fail: 0 }
  for (const row of known.byKey.values()) tally[slotOf(row, known)] += 1
  return tally
}

/**
 * Whether a row needs a decision: it would be skipped but lists changes. One without changes is left
 * out for another reason.
 */
export function needsDecision(row: PreviewRow): boolean {
  return row.outcome === 'skipped' && row.changes.length > 0
}

/** The rows that need a decision nobody has made. */
export function undecidedRows({ byKey, decided }: KnownPreview): readonly PreviewRow[] {
  return [...byKey.values()].filter((row) => needsDecision(row) && !decided.has(row.rowKey))
}

/** The rows that a list of decisions is about: without one, and with one that may be changed. */
export function rowsToDecide(known: KnownPreview): readonly string[] {
  const { byKey, decided } = known
  const waiting = undecidedRows(known).map(({ rowKey }) => rowKey)
  return [...waiting, ...[...byKey.keys()].filter((key) => decided.has(key))]
}

const slots: Readonly<Record<Exclude<Outcome, 'skipped'>, keyof PreviewTally>> = {
  inserted: 'insert',
  updated: 'update',
  unchanged: 'unchanged',
  failed: 'fail',
}

function slotOf(row: PreviewRow, { decided }: KnownPreview): keyof PreviewTally {
  if (row.outcome !== 'skipped') return slots[row.outcome]
  if (!needsDecision(row)) return 'skip'
  return decided.has(row.rowKey) ? 'leave' : 'decide'
}
