import { describe, expect, it } from '@jest/globals'
import { expectedKeys, indexKeys, repairsOf } from './keyIndex.ts'

describe('where row keys stand', () => {
  const index = indexKeys(['a', null, 'b', 'a'])

  it('knows every row of a key, and of no key none', () => {
    expect([...index]).toEqual([
      ['a', [0, 3]],
      ['b', [2]],
    ])
    expect([...expectedKeys(index, ['a', 'gone'])]).toEqual([
      [0, 'a'],
      [3, 'a'],
    ])
  })

  it('finds what has to be put right: rows that stood where another was expected', () => {
    const expected = expectedKeys(index, ['a', 'b'])
    const found = ['a', 'x', 'c', 'a'].map((rowKey, position) => ({
      position,
      rowKey,
      status: 'New',
      reason: '',
    }))
    expect(repairsOf(expected, found)).toEqual([['c', { status: 'New', reason: null }]])
  })
})
