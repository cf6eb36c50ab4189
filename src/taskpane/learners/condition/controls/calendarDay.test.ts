import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { calendarDay, fromCalendarDay } from './calendarDay.ts'

describe('calendar days', () => {
  it('come back as they were', () => {
    const days = fc.date({
      min: new Date('1900-01-02'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(days, (date) => {
        const text = calendarDay(date)
        expect(calendarDay(fromCalendarDay(text) ?? new Date(0))).toBe(text)
      }),
    )
  })

  it.each([
    ['5/4/2006', '2006-04-05'],
    ['05.04.2006', '2006-04-05'],
    [' 2006-4-5 ', '2006-04-05'],
  ])('reads %s as people here write it', (text, day) => {
    expect(calendarDay(fromCalendarDay(text) ?? new Date(0))).toBe(day)
  })

  it.each(['2006-02-30', '31/4/2006', 'soon', '', '2006-13-01'])('is none: %s', (text) => {
    expect(fromCalendarDay(text)).toBeNull()
  })
})
