import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { enterText, type Entry } from './entry.ts'
import { Refusal } from './refusal.ts'

const enter = (text: string, format = 'General'): Entry => enterText(text, format, 'dmy', 2026)
const value = (of: Entry): unknown => (of.kind === 'value' ? of.value : of.kind)
const format = (of: Entry): unknown => (of.kind === 'value' ? of.format : undefined)

describe('an entry into a cell', () => {
  it.each([
    ['007', 7],
    ['12,345.50', 12345.5],
    ['12%', 0.12],
    ['1E5', 100000],
    ['(5)', -5],
    [' 5 ', 5],
    ['-5', -5],
    ['£5', 5],
    ['TRUE', true],
    ['false', false],
    ['#n/a', { error: '#N/A' }],
    ['12345678901234567890', 12345678901234600000],
    ['1,23', '1,23'],
    ['-', '-'],
    ['Smith', 'Smith'],
    ['12 Smith Street', '12 Smith Street'],
    ['3.2.1', '3.2.1'],
  ])('takes %j as %j', (text, expected) => {
    expect(value(enter(text))).toEqual(expected)
  })

  it.each([
    ['31/01/2024', 45322, 'dd/mm/yyyy'],
    ['2024-01-31', 45322, 'dd/mm/yyyy'],
    ['31-Jan-2024', 45322, 'd-mmm-yy'],
    ['31 January 2024', 45322, 'd-mmm-yy'],
    ['29/02/1900', 60, 'dd/mm/yyyy'],
    ['31/01/2024 12:30', 45322.520833333336, 'dd/mm/yyyy hh:mm'],
    ['1/2', 46054, 'd-mmm'],
    ['12:30', 0.5208333333333334, 'h:mm'],
  ])('takes %j as a date or time with a format', (text, serial, shown) => {
    expect([value(enter(text)), format(enter(text))]).toEqual([serial, shown])
  })

  it('reads dates in the order of the workbook', () => {
    expect(value(enterText('1/31/2024', 'General', 'mdy', 2026))).toBe(45322)
    expect(value(enter('1/31/2024'))).toBe('1/31/2024')
  })

  it('runs what begins with =, + or - as a formula', () => {
    expect(['=1+1', '+A1', '-abc'].map((text) => enter(text))).toEqual([
      { kind: 'formula', text: '=1+1' },
      { kind: 'formula', text: '=+A1' },
      { kind: 'formula', text: '=-abc' },
    ])
  })

  it('takes what follows an apostrophe as text', () => {
    expect(['=1+1', '007', "'x"].map((text) => value(enter(`'${text}`)))).toEqual([
      '=1+1',
      '007',
      "'x",
    ])
  })

  it('keeps everything as it is in a cell formatted as text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        expect(value(enter(text, '@'))).toBe(text)
      }),
    )
  })

  it('never makes a formula or number of a text after an apostrophe', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        expect(value(enter(`'${text}`))).toBe(text)
      }),
    )
  })

  it('refuses texts longer than a cell holds', () => {
    expect(() => enter('x'.repeat(32_768))).toThrow(Refusal)
    expect(value(enter('x'.repeat(32_767)))).toHaveLength(32_767)
  })
})
