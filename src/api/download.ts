import { downloadFrame } from '../../contract/index.ts'
import type { LearnerFrame } from '../../contract/index.ts'
import { frames } from './stream/frames.ts'
import type { StreamDeps } from './stream/frames.ts'
import { createPatience } from './stream/patience.ts'
import { smallPiece } from './stream/pieces.ts'

/** How a download ended. `missing` are the person codes no answer came for. */
export type DownloadEnd =
  | { readonly kind: 'done' }
  | {
      readonly kind: 'failed'
      readonly code: string
      readonly detail: string
      readonly missing: readonly string[]
    }
  | { readonly kind: 'interrupted'; readonly missing: readonly string[] }
  | { readonly kind: 'cancelled'; readonly missing: readonly string[] }

/** Said while work goes on: why it is slower than usual. */
export type Notice = 'small-pieces' | 'going-on'

export type DownloadEvent =
  | LearnerFrame
  | { readonly type: 'notice'; readonly notice: Notice }
  | { readonly type: 'end'; readonly end: DownloadEnd }

/**
 * Downloads the attainments of these learners, at most `learnersPerRequest` a request. A request
 * that is broken off goes on with the learners still missing; one that something between holds
 * back goes on in small pieces. Always ends with one `end`; problems of the whole call throw.
 */
export async function* download(
  deps: StreamDeps,
  personCodes: readonly string[],
  learnersPerRequest: number,
  signal: AbortSignal,
): AsyncGenerator<DownloadEvent> {
  const missing = new Set(personCodes)
  const patience = createPatience(deps.clock, signal)
  const ended = (end: DownloadEnd): DownloadEvent => ({ type: 'end', end })
  let size = learnersPerRequest
  try {
    while (missing.size > 0) {
      const piece = [...missing].slice(0, size)
      let broken: 'cut' | 'stalled' = 'cut'
      const request = { path: '/api/downloads', body: { personCodes: piece }, signal }
      for await (const frame of frames(deps, downloadFrame, request)) {
        if (frame.type === 'learner' && missing.delete(frame.personCode)) {
          patience.progressed()
          yield frame
        } else if (frame.type === 'failed') {
          yield ended({ ...frame, kind: 'failed', missing: [...missing] })
          return
        } else if (frame.type === 'broken') {
          broken = frame.why
        }
      }
      if (!piece.some((code) => missing.has(code))) continue
      if (broken === 'stalled' && size > smallPiece) {
        size = smallPiece
        yield { type: 'notice', notice: 'small-pieces' }
        continue
      }
      yield { type: 'notice', notice: 'going-on' }
      if (!(await patience.again())) {
        const kind = signal.aborted ? 'cancelled' : 'interrupted'
        yield ended({ kind, missing: [...missing] })
        return
      }
    }
    yield ended({ kind: 'done' })
  } catch (error) {
    if (!signal.aborted) throw error
    yield ended({ kind: 'cancelled', missing: [...missing] })
  }
}
