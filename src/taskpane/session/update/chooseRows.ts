import type { Decision } from '../../../../contract/index.ts'
import type { Desk } from '../../desk.ts'
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
  const { me, words, message } = desk
  const { session, decided } = open
  const selection = await session.selectedRows()
  const keys = await session.readRowKeys(selection.rows)
  const present = [...new Set(keys.filter((key) => key !== null))]
  if (present.length === 0) {
    message.set({
      tone: 'info',
      text: 'The selection holds no learning events. Select rows of the session grid to update.',
    })
    return null
  }
  if (present.length > me.limits.rowKeys) {
    const most = words.number(me.limits.rowKeys)
    const text = `${words.number(present.length)} rows are selected; an update takes ${most}. Select fewer.`
    message.set({ tone: 'warning', text })
    return null
  }
  const asks = selection.rows.some(({ status }) => mayNeedDecision.has(status))
  const answered = asks ? await askAboutUndecided(desk, open, present) : []
  if (answered === null) return null
  return { keys: present, decisions: [...decided.about(present), ...answered] }
}

/** Asks once about the rows nobody has decided about; null when the update is called off. */
async function askAboutUndecided(
  desk: Desk,
  open: OpenState,
  keys: readonly string[],
): Promise<readonly Decision[] | null> {
  const { services, me, questions } = desk
  const { decided } = open
  const { signal } = new AbortController()
  const known = await previewKeys(services, keys, decided.about(keys), me, signal)
  const waiting = undecidedRows(known)
  if (waiting.length === 0) return []
  const answer = await questions.ask<'leave' | 'write' | 'each' | 'cancel'>((tell) => ({
    kind: 'review',
    review: waiting.length,
    likely: waiting.filter(({ likelySame }) => likelySame !== null).length,
    rows: keys.length,
    answer: tell,
  }))
  const waitingKeys = waiting.map(({ rowKey }) => rowKey)
  switch (answer) {
    case 'leave':
      return []
    case 'write':
      return waitingKeys.map((rowKey) => ({ rowKey, take: 'write' }))
    case 'each':
      return (await askDecisions(desk, open, waitingKeys)) ? [] : null
    case 'cancel':
      return null
  }
}
