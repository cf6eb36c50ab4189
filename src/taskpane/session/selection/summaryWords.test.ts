import { describe, expect, it } from '@jest/globals'
import type { PreviewRow } from '../../../api/preview.ts'
import { createWords } from '../../words.ts'
import { decisionWords, previewWords, selectionWords } from './summaryWords.ts'
import { nothingSelected } from './summary.ts'
import type { PreviewState } from './summary.ts'

const words = createWords('en-GB')
const change = { field: 'GRADE', from: '4', to: '5' }

type Counts = Partial<Record<PreviewRow['outcome'] | 'decide' | 'leave', number>>

function previewOf(counts: Counts, withoutEvent = 0): PreviewState {
  const decided = new Set(['leave 0', 'leave 1', 'inserted 0'])
  const rows = Object.entries(counts).flatMap(([what, count]) =>
    Array.from({ length: count }, (_, at): [string, PreviewRow] => {
      const rowKey = `${what} ${String(at)}`
      const asks = what === 'decide' || what === 'leave'
      const outcome = asks ? 'skipped' : (what as PreviewRow['outcome'])
      const changes = asks ? [change] : []
      return [rowKey, { type: 'row', rowKey, outcome, reason: null, changes, likelySame: null }]
    }),
  )
  return { kind: 'known', known: { byKey: new Map(rows), decided, withoutEvent } }
}

const said = (counts: Counts, withoutEvent = 0) =>
  previewWords(previewOf(counts, withoutEvent), words)

describe('what Update would do, in words', () => {
  it('says it as one sentence', () => {
    expect(said({ inserted: 14, updated: 2, unchanged: 1, decide: 1 })).toBe(
      '14 would be inserted, 2 updated, 1 unchanged',
    )
  })

  it('leaves out what is nothing, and says "would be" of the first that is left', () => {
    expect(said({ updated: 2, failed: 1 })).toBe('2 would be updated, 1 would fail')
    expect(said({ inserted: 1, leave: 2 })).toBe('1 would be inserted, 2 left out')
    expect(said({ skipped: 1 }, 3)).toBe('1 would be skipped, 3 without a learning event')
  })
})

describe('decisions, in words', () => {
  it('count rows without one and rows with one', () => {
    expect(decisionWords(previewOf({ inserted: 1, decide: 1200, leave: 2 }), words)).toBe(
      '1,200 need a decision, 3 decided',
    )
    expect(decisionWords(previewOf({ decide: 1 }), words)).toBe('1 needs a decision')
    expect(decisionWords(previewOf({ updated: 5 }), words)).toBe('')
  })
})

describe('what is selected, in words', () => {
  it('counts rows, learners and what a filter hides', () => {
    const summary = { ...nothingSelected, rows: 18, learners: 7, hidden: 1 }
    expect(selectionWords(summary, words)).toBe('18 rows · 7 learners · 1 hidden row left out')
  })
})
