import { expect, it } from '@jest/globals'
import { withOtherNames, withoutOtherNames } from './reason.ts'

it('loses the names of a Reason for a file without personal details, and nothing else', () => {
  const advice = 'LRS does not know this name. Correct it in ebs.'
  expect(withOtherNames(advice, ['surname at 16 Smith', 'known as Al'])).toBe(
    `${advice} ebs also holds: surname at 16 Smith, known as Al.`,
  )
  expect(withoutOtherNames(withOtherNames(advice, ['surname at 16 Smith']))).toBe(advice)
  expect(withoutOtherNames(advice)).toBe(advice)
})
