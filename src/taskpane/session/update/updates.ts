import type { Outcome } from '../../../../contract/index.ts'
import type { UpdatePlan } from '../../../api/update.ts'
import type { WrittenOutcome } from '../../../office/workbook/port.ts'
import type { Desk } from '../../desk.ts'
import type { OpenState, SessionRoom } from '../openSession.ts'
import { chooseRows } from './chooseRows.ts'
import { createRowMarker } from './markRows.ts'
import { reasonsOf, tallyOf } from './outcomes.ts'
import type { OutcomeOfRow } from './outcomes.ts'
import { runUpdate } from './runUpdate.ts'
import { unshownWords, whyStopped } from './stopped.ts'

/** Update of the selected rows, and undo. */
export interface Updates {
  updateSelected(): Promise<void>
  undo(id: string): Promise<void>
}

export function createUpdates(desk: Desk, room: SessionRoom): Updates {
  const { services, me, work, words, questions, message } = desk
  /** Rows that updates of this pane wrote, by the update's id: undo marks them in the sheet. */
  const written = new Map<string, readonly string[]>()

  const run = async (open: OpenState, plan: UpdatePlan, before: Progress): Promise<void> => {
    const { decided } = open
    const left = plan.pieces.reduce((sum, piece) => sum + piece.rowKeys.length, 0)
    const result = await work.run('Updating ebs', left, (job) =>
      runUpdate(services, open, plan, job),
    )
    if (!result) return
    const outcomes = new Map([...before.outcomes, ...result.outcomes])
    const id = before.id ?? result.id
    if (id !== null) written.set(id, keysWith(outcomes, ['inserted', 'updated']))
    decided.forget(keysWith(outcomes, ['inserted', 'updated', 'unchanged']))
    await room.recount()
    const unshown = result.unmarked ? unshownWords(result.unmarked, words) : null
    const { end, rest } = result
    if (end.kind !== 'done') {
      const goOn = () => {
        message.set(null)
        void desk.guard(() => run(open, rest ?? plan, { id, outcomes }))
      }
      const { text, ...why } = whyStopped(end, words.count(outcomes.size, 'row'), desk)
      message.set({
        ...why,
        text: unshown === null ? text : `${text} ${unshown}`,
        ...(rest ? { action: { label: 'Go on', run: goOn } } : {}),
      })
      return
    }
    if (unshown !== null) message.set({ tone: 'warning', text: unshown })
    await complete(id, outcomes)
  }

  const complete = async (id: string | null, outcomes: ReadonlyMap<string, OutcomeOfRow>) => {
    const counts = tallyOf(outcomes)
    const answer = await questions.ask<'ok' | 'undo'>((tell) => ({
      kind: 'update-complete',
      counts,
      reasons: reasonsOf(outcomes),
      undoable: id !== null && counts.inserted + counts.updated > 0,
      answer: tell,
    }))
    if (answer === 'undo' && id !== null) await undo(id)
  }

  const undo = async (id: string) => {
    const stoppable = false
    const undoing = () => services.api.undo(id)
    const result = await work.run('Undoing the update', null, undoing, stoppable)
    if (!result) return
    const now = room.state.get()
    const kept = new Set(result.kept.map(({ rowKey }) => rowKey))
    const restored = (written.get(id) ?? written.get(result.id) ?? []).filter(
      (key) => !kept.has(key),
    )
    const mark: WrittenOutcome = { status: 'Restored', reason: null }
    const marker = now.kind === 'open' && restored.length > 0 ? createRowMarker(now.session) : null
    await marker?.mark(new Map(restored.map((key) => [key, mark])))
    const unmarked = (await marker?.finish()) ?? null
    if (marker) await room.recount()
    const parts = [
      `Undone: ${words.count(result.restored, 'row')} restored in ebs.`,
      ...(result.kept.length === 0
        ? []
        : [`${words.count(result.kept.length, 'row')} stayed: ${result.kept[0]?.reason ?? ''}`]),
      ...(unmarked ? [`The sheet does not show it. ${unmarked.error.message}`] : []),
    ]
    const tone = result.kept.length > 0 || unmarked ? 'warning' : 'success'
    message.set({ tone, text: parts.join(' ') })
  }

  return {
    updateSelected: async () => {
      const now = room.state.get()
      if (now.kind !== 'open') return
      message.set(null)
      const chosen = await chooseRows(desk, now)
      if (!chosen) return
      const { api } = services
      const plan = api.planUpdate(chosen.keys, chosen.decisions, me.limits.rowKeysPerRequest)
      await run(now, plan, { id: null, outcomes: new Map() })
    },
    undo,
  }
}

interface Progress {
  readonly id: string | null
  readonly outcomes: ReadonlyMap<string, OutcomeOfRow>
}

function keysWith(outcomes: Progress['outcomes'], wanted: readonly Outcome[]): readonly string[] {
  return [...outcomes].filter(([, { outcome }]) => wanted.includes(outcome)).map(([key]) => key)
}
