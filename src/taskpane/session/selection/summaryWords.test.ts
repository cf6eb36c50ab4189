import { describe, expect, it } from '@jest/globals'
import type { PreviewRow } from '../../../api/preview.ts'
import { createWords } from '../../words.ts'
import { previewWords, selectionWords } from './summaryWords.ts'
import { nothingSelected } from './summary.ts'

const words = createWords('en-GB')
const change = { field: 'GRADE', from: '4', to: '5' }

function said(counts: Partial<Record<PreviewRow['outcome'] | 'decide', number>>, withoutEvent = 0) {
  const rows = Object.entries(counts).flatMap(([what, count]) =>
    Array.from({ length: count }, (_, at): [string, PreviewRow] => {
      const rowKey = `${what} ${String(at)}`
      const outcome = what === 'decide' ? 'skipped' : (what as PreviewRow['outcome'])
      const changes = what === 'decide' ? [change] : []
      return [rowKey, { type: 'row', rowKey, outcome, reason: null, changes, likelySame: null }]
    }),
  )
  return previewWords({ kind: 'known', known: { byKey: new Map(rows), withoutEvent } }, words)
}

describe('what Update would do, in words', () => {
  it('says it as one sentence', () => {
    expect(said({ inserted: 14, updated: 2, unchanged: 1, decide: 1 })).toBe(
      '14 would be inserted, 2 updated, 1 unchanged, 1 needs a decision',
    )
  })

  it('leaves out what is nothing, and says "would be" of the first that is left', () => {
    expect(said({ updated: 2, failed: 1 })).toBe('2 would be updated, 1 would fail')
    expect(said({ decide: 1200 })).toBe('1,200 need a decision')
    expect(said({ skipped: 1 }, 3)).toBe('1 would be skipped, 3 without a learning event')
  })
})

describe('what is selected, in words', () => {
  it('counts rows, learners and what a filter hides', () => {
    const summary = { ...nothingSelected, rows: 18, learners: 7, hidden: 1 }
    expect(selectionWords(summary, words)).toBe('18 rows · 7 learners · 1 hidden row left out')
  })
})
