import { previewFrame } from '../../contract/index.ts'
import type { Decision, PreviewFrame } from '../../contract/index.ts'
import { ApiError } from './problem.ts'
import { frames } from './stream/frames.ts'
import type { StreamDeps } from './stream/frames.ts'
import { pieces } from './stream/pieces.ts'

export type PreviewRow = Extract<PreviewFrame, { type: 'row' }>

/**
 * What Update would do with these rows; asks ebs alone, never LRS. A preview is only looked at, so
 * a stream that breaks off throws instead of being mended: the next selection asks anew.
 */
export async function* preview(
  deps: StreamDeps,
  rowKeys: readonly string[],
  decisions: readonly Decision[],
  rowKeysPerRequest: number,
  signal: AbortSignal,
): AsyncGenerator<PreviewRow> {
  for (const piece of pieces([...new Set(rowKeys)], rowKeysPerRequest)) {
    const keys = new Set(piece)
    const body = { rowKeys: piece, decisions: decisions.filter((each) => keys.has(each.rowKey)) }
    const request = { path: '/api/updates/preview', body, signal }
    for await (const frame of frames(deps, previewFrame, request)) {
      if (frame.type === 'row') yield frame
      else if (frame.type === 'broken') throw new ApiError({ kind: 'unreachable' })
      else if (frame.type === 'failed') {
        const { code, detail } = frame
        throw new ApiError({ kind: 'problem', status: 200, code, detail, reference: null })
      }
    }
  }
}
