import { updateFrame } from '../../contract/index.ts'
import type { Decision, Outcome } from '../../contract/index.ts'
import type { Notice } from './download.ts'
import { frames } from './stream/frames.ts'
import type { StreamDeps } from './stream/frames.ts'
import { createPatience } from './stream/patience.ts'
import { pieces, smallPiece } from './stream/pieces.ts'

/** One request of an update. Its key is made once and kept: sent again, it goes on, never doubles. */
export interface UpdatePiece {
  readonly key: string
  readonly rowKeys: readonly string[]
}

/** An update as it is to be sent: the pane keeps it until every row has an outcome. */
export interface UpdatePlan {
  readonly batch: string
  readonly pieces: readonly UpdatePiece[]
  readonly decisions: readonly Decision[]
}

export type UpdateEnd =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly code: string; readonly detail: string }
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'cancelled' }

export type UpdateEvent =
  | { readonly type: 'started'; readonly id: string }
  | {
      readonly type: 'row'
      readonly rowKey: string
      readonly outcome: Outcome
      readonly reason: string | null
    }
  | { readonly type: 'notice'; readonly notice: Notice }
  /** `rest` is the plan that goes on from here, null when nothing is left. */
  | { readonly type: 'end'; readonly end: UpdateEnd; readonly rest: UpdatePlan | null }

/** Cuts the distinct row keys into requests, each with a key of its own, all of one batch. */
export function planUpdate(
  rowKeys: readonly string[],
  decisions: readonly Decision[],
  rowKeysPerRequest: number,
  newId: () => string,
): UpdatePlan {
  const distinct = [...new Set(rowKeys)]
  return {
    batch: newId(),
    pieces: pieces(distinct, rowKeysPerRequest).map((keys) => ({ key: newId(), rowKeys: keys })),
    decisions,
  }
}

/**
 * Sends the plan, piece by piece. A piece that is broken off is sent again with the same key, and
 * rows already told are not told twice. When something holds the stream back, the pieces not yet
 * begun are cut small. Always ends with one `end`; problems of the whole call throw.
 */
export async function* update(
  deps: StreamDeps & { newId: () => string },
  plan: UpdatePlan,
  signal: AbortSignal,
): AsyncGenerator<UpdateEvent> {
  const told = new Set<string>()
  const patience = createPatience(deps.clock, signal)
  const waiting = [...plan.pieces]
  const ended = (end: UpdateEnd): UpdateEvent => ({
    type: 'end',
    end,
    rest: waiting.length > 0 ? { ...plan, pieces: waiting } : null,
  })
  let small = false
  try {
    for (let piece = waiting[0]; piece; piece = waiting[0]) {
      const keys = new Set(piece.rowKeys)
      let closed: 'done' | 'cut' | 'stalled' = 'cut'
      const body = {
        rowKeys: piece.rowKeys,
        decisions: plan.decisions.filter((each) => keys.has(each.rowKey)),
        batch: plan.batch,
      }
      const headers = { 'Idempotency-Key': piece.key }
      const request = { path: '/api/updates', body, headers, waitWhileHeld: true, signal }
      for await (const frame of frames(deps, updateFrame, request)) {
        if (frame.type === 'row' && !told.has(frame.rowKey)) {
          told.add(frame.rowKey)
          patience.progressed()
          yield frame
        } else if (frame.type === 'started') {
          yield frame
        } else if (frame.type === 'done') {
          closed = 'done'
        } else if (frame.type === 'failed') {
          yield ended({ kind: 'failed', code: frame.code, detail: frame.detail })
          return
        } else if (frame.type === 'broken') {
          closed = frame.why
        }
      }
      if (closed === 'done') {
        waiting.shift()
        continue
      }
      if (closed === 'stalled' && !small) {
        small = true
        const cut = waiting.slice(1).flatMap((each) => pieces(each.rowKeys, smallPiece))
        waiting.splice(1, Infinity, ...cut.map((rowKeys) => ({ key: deps.newId(), rowKeys })))
        yield { type: 'notice', notice: 'small-pieces' }
        continue
      }
      yield { type: 'notice', notice: 'going-on' }
      if (!(await patience.again())) {
        yield ended({ kind: signal.aborted ? 'cancelled' : 'interrupted' })
        return
      }
    }
    yield ended({ kind: 'done' })
  } catch (error) {
    if (!signal.aborted) throw error
    yield ended({ kind: 'cancelled' })
  }
}
