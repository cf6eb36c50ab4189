import { describe, expect, it } from '@jest/globals'
import { displayText } from './numberformat.ts'

describe('the text a cell shows', () => {
  it.each([
    [1234567.891, 'General', '1234567.891'],
    [0.1 + 0.2, 'General', '0.3'],
    [123456789012, 'General', '1.23457E+11'],
    [0.0000001, 'General', '0.0000001'],
    [0.000012345, 'General', '0.000012345'],
    [0.00001234567, 'General', '1.23457E-05'],
    [-0.5, 'General', '-0.5'],
    [1e-10, 'General', '1E-10'],
    [1042, '0', '1042'],
    [7, '0000', '0007'],
    [1234.5, '#,##0', '1,235'],
    [1234567.5, '#,##0.00', '1,234,567.50'],
    [0.125, '0.0%', '12.5%'],
    [-5, '0.00', '-5.00'],
    [-5, '0;(0)', '(5)'],
    [0, '0;-0;"none"', 'none'],
    [5, '#.##', '5.'],
    [12345, '0.00E+00', '1.23E+04'],
    [45322, 'yyyy-mm-dd', '2024-01-31'],
    [45322, 'dd/mm/yyyy', '31/01/2024'],
    [45322, 'd-mmm-yy', '31-Jan-24'],
    [45322, 'dddd d mmmm yyyy', 'Wednesday 31 January 2024'],
    [45322.5208333333, 'dd/mm/yyyy hh:mm', '31/01/2024 12:30'],
    [0.75, 'h:mm AM/PM', '6:00 PM'],
    [-1, 'dd/mm/yyyy', '##########'],
    [1, 'dd/mm/yyyy', '01/01/1900'],
    [60, 'dd/mm/yyyy', '29/02/1900'],
    ['x', '@', 'x'],
    ['x', '0;0;0;"<"@">"', '<x>'],
    [true, 'General', 'TRUE'],
    [undefined, '0', ''],
    [{ error: '#N/A' }, '0', '#N/A'],
  ])('of %j by %j is %j', (value, format, text) => {
    expect(displayText(value, format)).toBe(text)
  })
})
