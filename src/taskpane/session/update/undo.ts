import type { UndoResult } from '../../../../contract/index.ts'
import { ApiError, isPassing } from '../../../api/problem.ts'
import type { WrittenOutcome } from '../../../office/workbook/port.ts'
import type { Desk } from '../../desk.ts'
import type { Message } from '../../frame/message.ts'
import type { SessionRoom } from '../openSession.ts'
import { createRowMarker } from './markRows.ts'

/**
 * Undoing an update by its id: whether the backend said what became of it. `written` has the rows that
 * updates of this pane wrote: they are marked in the sheet.
 */
export function createUndo(
  desk: Desk,
  room: SessionRoom,
  written: ReadonlyMap<string, readonly string[]>,
): (id: string) => Promise<boolean> {
  const { services, work, words, message } = desk

  const markRestored = async (id: string, result: UndoResult) => {
    const now = room.state.get()
    const kept = new Set(result.kept.map(({ rowKey }) => rowKey))
    const restored = (written.get(id) ?? written.get(result.id) ?? []).filter(
      (key) => !kept.has(key),
    )
    if (now.kind !== 'open' || restored.length === 0) return null
    const mark: WrittenOutcome = { status: 'Restored', reason: null }
    const marker = createRowMarker(now.session)
    await marker.mark(new Map(restored.map((key) => [key, mark])))
    const unmarked = await marker.finish()
    await room.recount()
    return unmarked
  }

  return async (id) => {
    const stoppable = false
    const asked = () => services.api.undo(id).catch(unlessUnheard)
    const result = await work.run('Undoing the update', null, asked, stoppable)
    if (!result) return false
    if (result === 'unheard') {
      message.set(unheard)
      return false
    }
    const unmarked = await markRestored(id, result)
    const parts = [
      `Undone: ${words.count(result.restored, 'row')} restored in ebs.`,
      ...(result.kept.length === 0
        ? []
        : [`${words.count(result.kept.length, 'row')} stayed: ${result.kept[0]?.reason ?? ''}`]),
      ...(unmarked ? [`The sheet does not show it. ${unmarked.error.message}`] : []),
    ]
    const tone = result.kept.length > 0 || unmarked ? 'warning' : 'success'
    message.set({ tone, text: parts.join(' ') })
    return true
  }
}

/** The backend goes on with an undo whether its answer arrives or not: only what it said is a failure. */
function unlessUnheard(error: unknown): 'unheard' {
  if (!(error instanceof ApiError)) throw error
  const { failure } = error
  if (failure.kind === 'problem' || !isPassing(failure)) throw error
  return 'unheard'
}

const unheard: Message = {
  tone: 'warning',
  text: 'No answer came about the undo: it may be done, or still going on in ebs. Look at Earlier updates in a minute; undoing it there once more only does what is left.',
}
