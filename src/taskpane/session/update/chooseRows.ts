import type { Decision } from '../../../../contract/index.ts'
import type { PreviewRow } from '../../../api/preview.ts'
import type { Desk } from '../../desk.ts'
import type { Message } from '../../frame/message.ts'
import { askDecisions } from '../decisions/askDecisions.ts'
import type { OpenState } from '../openSession.ts'
import { previewKeys } from '../selection/previewKeys.ts'
import { undecidedRows } from '../selection/summary.ts'

/** What is sent to Update. */
export interface ChosenRows {
  readonly keys: readonly string[]
  readonly decisions: readonly Decision[]
}

/** Statuses that say of a row that a decision may be missing: what was left or failed before, too. */
const mayNeedDecision: ReadonlySet<string> = new Set(['Review', 'Skipped', 'Failed', 'Restored'])

/**
 * The selected rows and what was decided of them, once the question about those without a decision is
 * answered; null when there is nothing to send, or the person thought better of it.
 */
export async function chooseRows(desk: Desk, open: OpenState): Promise<ChosenRows | null> {
  const { work, message } = desk
  const { decided } = open
  const found = await work.look('Comparing with ebs', (signal) =>
    lookAtSelected(desk, open, signal),
  )
  if (found === null) return null
  if (found.kind === 'nothing') {
    message.set(found.why)
    return null
  }
  const { keys, undecided } = found
  const answered = undecided.length === 0 ? [] : await askAbout(desk, open, keys, undecided)
  if (answered === null) return null
  return { keys, decisions: [...decided.about(keys), ...answered] }
}

type Looked =
  | { readonly kind: 'nothing'; readonly why: Message }
  | {
      readonly kind: 'rows'
      readonly keys: readonly string[]
      /** Those of them nobody has decided about. */
      readonly undecided: readonly PreviewRow[]
    }

/** Reads which rows are selected, and asks ebs about them where a decision may be missing. */
async function lookAtSelected(
  desk: Desk,
  { session, decided }: OpenState,
  signal: AbortSignal,
): Promise<Looked> {
  const { services, me, words } = desk
  const selection = await session.selectedRows()
  const read = await session.readRowKeys(selection.rows)
  const keys = [...new Set(read.filter((key) => key !== null))]
  if (keys.length === 0) {
    const text =
      'The selection holds no learning events. Select rows of the session grid to update.'
    return { kind: 'nothing', why: { tone: 'info', text } }
  }
  if (keys.length > me.limits.rowKeys) {
    const most = words.number(me.limits.rowKeys)
    const text = `${words.number(keys.length)} rows are selected; an update takes ${most}. Select fewer.`
    return { kind: 'nothing', why: { tone: 'warning', text } }
  }
  if (!selection.rows.some(({ status }) => mayNeedDecision.has(status))) {
    return { kind: 'rows', keys, undecided: [] }
  }
  const known = await previewKeys(services, keys, decided.about(keys), me, signal)
  return { kind: 'rows', keys, undecided: undecidedRows(known) }
}

/** Asks once about the rows nobody has decided about; null when the update is called off. */
async function askAbout(
  desk: Desk,
  open: OpenState,
  keys: readonly string[],
  undecided: readonly PreviewRow[],
): Promise<readonly Decision[] | null> {
  const answer = await desk.questions.ask<'leave' | 'write' | 'each' | 'cancel'>((tell) => ({
    kind: 'review',
    review: undecided.length,
    likely: undecided.filter(({ likelySame }) => likelySame !== null).length,
    rows: keys.length,
    answer: tell,
  }))
  const waiting = undecided.map(({ rowKey }) => rowKey)
  switch (answer) {
    case 'leave':
      return []
    case 'write':
      return waiting.map((rowKey) => ({ rowKey, take: 'write' }))
    case 'each':
      return (await askDecisions(desk, open, waiting)) ? [] : null
    case 'cancel':
      return null
  }
}
