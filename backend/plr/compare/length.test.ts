import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { charactersThatFit } from './length.ts'

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8')

describe('how much of a text a column takes', () => {
  it.each([
    ['Chemistry', 9, 9],
    ['Chemistry', 8, 8],
    ['Cafés', 6, 5],
    ['Cafés', 5, 4],
    ['Caf\u00E9', 4, 3],
    ['€uro', 5, 3],
    ['ab\u{1F600}', 6, 4],
    ['ab\u{1F600}', 5, 2],
    ['', 1, 0],
  ])('%j in %i bytes: its first %i characters', (text, length, fit) => {
    expect(charactersThatFit(text, length, 'bytes')).toBe(fit)
  })

  it('counts characters as they are where the column does', () => {
    expect(charactersThatFit('Cafés', 4, 'characters')).toBe(4)
    expect(charactersThatFit('Cafés', 5, 'characters')).toBe(5)
  })

  it('is never more bytes than the column has, and one character more would be', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (given, length) => {
        const fit = charactersThatFit(given, length, 'bytes')
        expect(bytes(given.slice(0, fit))).toBeLessThanOrEqual(length)
        if (fit < given.length) {
          const sign = String.fromCodePoint(given.codePointAt(fit) ?? 0)
          expect(bytes(given.slice(0, fit) + sign)).toBeGreaterThan(length)
        }
      }),
    )
  })
})
