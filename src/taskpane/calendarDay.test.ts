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
        expect(calendarDay(fromCalendarDay(text))).toBe(text)
      }),
    )
  })
})
