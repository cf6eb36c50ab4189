import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { typedDays } from './typedDays.ts'

const { readDay, typedDay } = typedDays('en-GB')

describe('days as people type them', () => {
  it.each(['en-GB', 'en-US', 'de-DE', 'sv-SE', 'cy-GB'])('come back as they were: %s', (locale) => {
    const words = typedDays(locale)
    const days = fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10)
        expect(words.readDay(words.typedDay(iso))).toBe(iso)
        expect(words.readDay(iso)).toBe(iso)
      }),
    )
  })

  it.each([
    ['5/4/2006', '2006-04-05'],
    ['05.04.2006', '2006-04-05'],
    ['05 04 2006', '2006-04-05'],
    [' 2006-4-5 ', '2006-04-05'],
  ])('are read as people here write them: %s', (text, day) => {
    expect(readDay(text)).toBe(day)
  })

  it('stand in the order of the language', () => {
    expect(typedDay('2009-03-06')).toBe('06/03/2009')
    expect(typedDays('en-US').typedDay('2009-03-06')).toBe('03/06/2009')
    expect(typedDays('en-US').readDay('3/6/2009')).toBe('2009-03-06')
  })

  it.each(['2006-02-30', '31/4/2006', 'March 2009', '', '2006-13-01', '6/3/09'])(
    'are none: %s',
    (text) => {
      expect(readDay(text)).toBeNull()
    },
  )
})
