import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readClipboard, writeClipboard } from './clipboard.ts'

describe('text of the clipboard', () => {
  it.each<[string, string[][]]>([
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a\n\nb', [['a'], [''], ['b']]],
    ['"two\nlines"\tx', [['two\nlines', 'x']]],
    ['"say ""hi"""', [['say "hi"']]],
    ['"Bob" Smith\tx\ny', [['"Bob" Smith', 'x'], ['y']]],
    ['5" pipe', [['5" pipe']]],
    ['', []],
  ])('%j is read as cells', (text, cells) => {
    expect(readClipboard(text)).toEqual(cells)
  })

  it('brings back what was copied', () => {
    const cell = fc.stringMatching(/^[a"\t\n ]{0,4}$/)
    const lines = fc.integer({ min: 1, max: 3 }).chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 4,
      }),
    )
    fc.assert(
      fc.property(lines, (cells) => {
        expect(readClipboard(`${writeClipboard(cells)}\r\n`)).toEqual(cells)
      }),
    )
  })
})
