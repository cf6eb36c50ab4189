import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { drawnCount, drawnIndex, toRuns, trueIndex } from './visible.ts'

describe('drawn and true indexes', () => {
  it('steps over hidden runs', () => {
    const hidden = toRuns([5, 3, 4, 9, 4])
    expect(hidden).toEqual([
      [3, 3],
      [9, 1],
    ])
    expect([0, 1, 2, 3, 4, 5, 6].map((drawn) => trueIndex(hidden, drawn))).toEqual([
      0, 1, 2, 6, 7, 8, 10,
    ])
    expect(drawnCount(hidden, 11)).toBe(7)
  })

  it('are each other’s inverse for everything not hidden', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(200)), fc.nat(300), (indexes, index) => {
        const hidden = toRuns(indexes)
        fc.pre(!indexes.includes(index))
        expect(trueIndex(hidden, drawnIndex(hidden, index))).toBe(index)
      }),
    )
  })
})
