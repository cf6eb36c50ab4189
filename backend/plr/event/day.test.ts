import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { dayOf } from './day.ts'

describe('dayOf', () => {
  it.each([
    ['2011-10-24', '2011-10-24'],
    ['2058-07-01', '2058-07-01'],
    ['2012-05-31 16:47:04', '2012-05-31'],
    ['2024-02-29', '2024-02-29'],
  ])('reads %s', (text, day) => {
    expect(dayOf(text)).toEqual({ day, unreadable: null })
  })

  it.each(['2023-02-29', '2024-13-01', '2024-00-10', '24/08/2022', 'soon', '2024-1-1'])(
    'hands back %s as unreadable',
    (text) => {
      expect(dayOf(text)).toEqual({ day: null, unreadable: text })
    },
  )

  it.each([null, '', '  '])('takes %j as no date', (text) => {
    expect(dayOf(text)).toEqual({ day: null, unreadable: null })
  })

  it('reads back every calendar day', () => {
    const from = new Date('0100-01-01T00:00:00Z')
    const until = new Date('9999-12-31T00:00:00Z')
    fc.assert(
      fc.property(fc.date({ min: from, max: until, noInvalidDate: true }), (date) => {
        const text = date.toISOString().slice(0, 10)
        expect(dayOf(text).day).toBe(text)
      }),
    )
  })
})
