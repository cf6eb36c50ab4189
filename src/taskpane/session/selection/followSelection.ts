import type { Me } from '../../../../contract/index.ts'
import { WorkbookError } from '../../../office/workbook/error.ts'
import type { RowInHand, Session } from '../../../office/workbook/port.ts'
import { messageOf } from '../../frame/message.ts'
import type { Services } from '../../services.ts'
import { createStore } from '../../store.ts'
import type { Store } from '../../store.ts'
import type { Decided } from '../decisions/decided.ts'
import { previewKeys } from './previewKeys.ts'
import { nothingSelected, summaryOf } from './summary.ts'
import type { SelectionSummary } from './summary.ts'

/** A selection that stands still for so long is worth asking the database about. */
const settleMs = 600

export interface SelectionFollower {
  readonly summary: Store<SelectionSummary>
  readonly inHand: Store<RowInHand | null>
  /** Reads the selection anew, as after the sheet was written. */
  look(): Promise<void>
  stop(): void
}

/**
 * Follows what is selected in the sheet: counts at once, and, for those who may update, what Update
 * would do, once the selection stands still. It asks the sheet and ebs; it never causes a call to LRS.
 */
export function followSelection(
  services: Pick<Services, 'api' | 'clock' | 'config'>,
  { session, decided }: { readonly session: Session; readonly decided: Decided },
  me: Me,
  busy: () => boolean,
): SelectionFollower {
  const summary = createStore<SelectionSummary>(nothingSelected)
  const inHand = createStore<RowInHand | null>(null)
  let asking = new AbortController()
  let stopped = false

  const look = async () => {
    asking.abort()
    const mine = new AbortController()
    asking = mine
    if (busy() || stopped) return
    try {
      const selection = await session.selectedRows()
      if (mine.signal.aborted) return
      const wanted = me.role === 'Admin' && selection.rows.length > 0
      summary.set(summaryOf(selection, { kind: wanted ? 'asking' : 'none' }))
      inHand.set(await session.rowInHand())
      if (!wanted) return
      await services.clock.wait(settleMs, mine.signal)
      if (mine.signal.aborted || busy()) return
      const keys = await session.readRowKeys(selection.rows)
      const decisions = decided.about(keys.filter((key) => key !== null))
      const known = await previewKeys(services, keys, decisions, me, mine.signal)
      if (!mine.signal.aborted) summary.set(summaryOf(selection, { kind: 'known', known }))
    } catch (error) {
      if (mine.signal.aborted) return
      // The summary is a help, not the job: a failure is said in its place, without a message bar.
      if (error instanceof WorkbookError && error.code === 'sheet-missing') {
        summary.set(nothingSelected)
      } else {
        const why = messageOf(error, services.config.supportContact).text
        summary.change((now) => ({ ...now, preview: { kind: 'failed', why } }))
      }
    }
  }

  return {
    summary,
    inHand,
    look,
    stop: () => {
      stopped = true
      asking.abort()
    },
  }
}
