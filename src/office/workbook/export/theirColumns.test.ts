import { describe, expect, it } from '@jest/globals'
import { isDateFormat } from './theirColumns.ts'

describe('a number format', () => {
  it.each(['dd/mm/yyyy', 'd mmm', '[$-809]dddd, d mmmm yyyy', 'hh:mm', 'yyyy-mm-dd;@'])(
    'shows days or times: %s',
    (format) => {
      expect(isDateFormat(format)).toBe(true)
    },
  )

  it.each(['General', '@', '0.00', '#,##0 "days"', '0.0E+00', '[Red]0', '0\\d', '_-£* #,##0_-'])(
    'shows none: %s',
    (format) => {
      expect(isDateFormat(format)).toBe(false)
    },
  )
})
