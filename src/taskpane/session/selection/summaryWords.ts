import type { Words } from '../../words.ts'
import { tallyPreview } from './summary.ts'
import type { PreviewState, SelectionSummary } from './summary.ts'

/** "18 rows · 7 learners": what is selected, and what a filter keeps out of it. */
export function selectionWords(summary: SelectionSummary, words: Words): string {
  if (summary.rows === 0) return 'No rows of the session. Select some in the sheet.'
  const hidden =
    summary.hidden > 0 ? ` · ${words.count(summary.hidden, 'hidden row')} left out` : ''
  return `${words.count(summary.rows, 'row')} · ${words.count(summary.learners, 'learner')}${hidden}`
}

/** "14 would be inserted, 2 updated, 1 unchanged": all but the rows that need a decision. */
export function previewWords(preview: PreviewState, words: Words): string {
  switch (preview.kind) {
    case 'none':
      return ''
    case 'asking':
      return 'Comparing with ebs…'
    case 'failed':
      return `What Update would do is not known. ${preview.why}`
    case 'known': {
      const tally = tallyPreview(preview.known)
      const parts: readonly (readonly [number, string])[] = [
        [tally.insert, 'inserted'],
        [tally.update, 'updated'],
        [tally.unchanged, 'unchanged'],
        [tally.leave, 'left out'],
        [tally.skip, 'skipped'],
      ]
      const would = parts
        .filter(([count]) => count > 0)
        .map(([count, what], at) => `${words.number(count)} ${at === 0 ? 'would be ' : ''}${what}`)
      const rest: readonly (readonly [number, string])[] = [
        [tally.fail, 'would fail'],
        [preview.known.withoutEvent, 'without a learning event'],
      ]
      const others = rest
        .filter(([count]) => count > 0)
        .map(([count, what]) => `${words.number(count)} ${what}`)
      return [...would, ...others].join(', ')
    }
  }
}

/** "1 needs a decision, 2 decided"; empty when no row ever needed one. */
export function decisionWords(preview: PreviewState, words: Words): string {
  if (preview.kind !== 'known') return ''
  const { decide } = tallyPreview(preview.known)
  const decided = [...preview.known.byKey.keys()].filter((key) => preview.known.decided.has(key))
  const parts = [
    decide > 0 ? `${words.number(decide)} ${decide === 1 ? 'needs' : 'need'} a decision` : '',
    decided.length > 0 ? `${words.number(decided.length)} decided` : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}
