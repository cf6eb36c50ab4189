import { describe, expect, it } from '@jest/globals'
import { remembered } from './remembered.ts'

function counting(most?: number) {
  const asked: string[] = []
  const rule = remembered((text) => {
    asked.push(text)
    return text === '' ? null : text.toUpperCase()
  }, most)
  return { rule, asked }
}

describe('a rule that remembers', () => {
  it('gives what the rule gives, and asks it once a text', () => {
    const { rule, asked } = counting()
    expect(['a', '', 'a', '', 'b'].map(rule)).toEqual(['A', null, 'A', null, 'B'])
    expect(asked).toEqual(['a', '', 'b'])
  })

  it('keeps no more than it may, and goes on', () => {
    const { rule, asked } = counting(2)
    expect(['a', 'b', 'c', 'b'].map(rule)).toEqual(['A', 'B', 'C', 'B'])
    expect(asked).toEqual(['a', 'b', 'c', 'b'])
  })

  it('does not keep a text of absurd length, nor half a character otherwise than it was', () => {
    const { rule, asked } = counting()
    const long = 'x'.repeat(5000)
    expect([long, long, '\uD83D'].map(rule)).toEqual([
      long.toUpperCase(),
      long.toUpperCase(),
      '\uD83D',
    ])
    expect(asked).toEqual([long, long, '\uD83D'])
  })
})
