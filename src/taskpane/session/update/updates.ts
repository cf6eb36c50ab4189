import type { Outcome } from '../../../../contract/index.ts'
import type { UpdatePlan } from '../../../api/update.ts'
import type { WrittenOutcome } from '../../../office/workbook/port.ts'
import type { Desk } from '../../desk.ts'
import type { OpenState, SessionRoom } from '../openSession.ts'
import { chooseRows } from './chooseRows.ts'
import { reasonsOf, runUpdate, tallyOf } from './runUpdate.ts'
import type { OutcomeOfRow } from './runUpdate.ts'

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
    const { session, decided } = open
    const left = plan.pieces.reduce((sum, piece) => sum + piece.rowKeys.length, 0)
    const result = await work.run('Updating ebs', left, (job) =>
      runUpdate(services, session, plan, job),
    )
    if (!result) return
    const outcomes = new Map([...before.outcomes, ...result.outcomes])
    const id = before.id ?? result.id
    if (id !== null) written.set(id, keysWith(outcomes, ['inserted', 'updated']))
    decided.forget(keysWith(outcomes, ['inserted', 'updated', 'unchanged']))
    await room.recount()
    const { end, rest } = result
    if (end.kind !== 'done') {
      const done = words.count(outcomes.size, 'row')
      const why = end.kind === 'failed' ? end.detail : stopped[end.kind]
      message.set({
        tone: end.kind === 'cancelled' ? 'info' : 'error',
        text: `${why} ${done} processed so far stand as they are; the rest was not written.`,
        ...(end.kind === 'failed' ? { reference: end.code } : {}),
        ...(rest
          ? {
              action: {
                label: 'Go on',
                run: () => void desk.guard(() => run(open, rest, { id, outcomes })),
              },
            }
          : {}),
      })
      return
    }
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
    const result = await work.run('Undoing the update', null, () => services.api.undo(id))
    if (!result) return
    const now = room.state.get()
    const kept = new Set(result.kept.map(({ rowKey }) => rowKey))
    const restored = (written.get(id) ?? written.get(result.id) ?? []).filter(
      (key) => !kept.has(key),
    )
    if (now.kind === 'open' && restored.length > 0) {
      const mark: WrittenOutcome = { status: 'Restored', reason: null }
      await now.session.beginOutcomes().write(new Map(restored.map((key) => [key, mark])))
      await room.recount()
    }
    const keptText =
      result.kept.length === 0
        ? ''
        : ` ${words.count(result.kept.length, 'row')} stayed: ${result.kept[0]?.reason ?? ''}`
    const text = `Undone: ${words.count(result.restored, 'row')} restored in ebs.${keptText}`
    message.set({ tone: result.kept.length > 0 ? 'warning' : 'success', text })
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

const stopped = {
  interrupted: 'The connection is lost.',
  cancelled: 'Cancelled.',
} as const

function keysWith(outcomes: Progress['outcomes'], wanted: readonly Outcome[]): readonly string[] {
  return [...outcomes].filter(([, { outcome }]) => wanted.includes(outcome)).map(([key]) => key)
}
