import type { Outcome } from '../../../../contract/index.ts'
import type { UpdatePlan } from '../../../api/update.ts'
import type { Desk } from '../../desk.ts'
import type { OpenState, SessionRoom } from '../openSession.ts'
import { chooseRows } from './chooseRows.ts'
import { reasonsOf, tallyOf } from './outcomes.ts'
import type { OutcomeOfRow } from './outcomes.ts'
import { runUpdate } from './runUpdate.ts'
import { unshownWords, whyStopped } from './stopped.ts'
import { createUndo } from './undo.ts'

/** Update of the selected rows, and undo. */
export interface Updates {
  updateSelected(): Promise<void>
  /** Whether the backend said what became of it. */
  undo(id: string): Promise<boolean>
}

export function createUpdates(desk: Desk, room: SessionRoom): Updates {
  const { services, me, work, words, questions, message } = desk
  /** Rows that updates of this pane wrote, by the update's id: undo marks them in the sheet. */
  const written = new Map<string, readonly string[]>()
  const undo = createUndo(desk, room, written)

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
