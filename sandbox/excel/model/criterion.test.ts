import { describe, expect, it } from '@jest/globals'
import { compareValues, readCriterion } from './criterion.ts'
import type { Value } from './value.ts'

describe('a filter criterion', () => {
  it.each<[string, (Value | undefined)[], boolean[]]>([
    ['>=6', [5, 6, 7, '7', undefined], [false, true, true, false, false]],
    ['<>open', ['Open', 'shut', undefined], [false, true, true]],
    ['=a*', ['Abc', 'ba', 'a'], [true, false, true]],
    ['a?c', ['abc', 'abbc'], [true, false]],
    ['a~*c', ['a*c', 'abc'], [true, false]],
    ['=', [undefined, '', 'x'], [true, true, false]],
    ['<>', [undefined, '', 'x'], [false, false, true]],
    ['<m', ['Lee', 'Ng'], [true, false]],
    ['5', [5, '5', 6], [true, true, false]],
    ['(a+b)', ['(a+b)', 'aab'], [true, false]],
  ])('%j', (text, values, expected) => {
    expect(values.map(readCriterion(text))).toEqual(expected)
  })

  it('puts numbers before texts before truth values', () => {
    const mixed: Value[] = [true, 'b', 2, 'A', 10, { error: '#N/A' }, false]
    expect(mixed.sort(compareValues)).toEqual([2, 10, 'A', 'b', false, true, { error: '#N/A' }])
  })
})
