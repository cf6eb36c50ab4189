import { expect, it } from '@jest/globals'
import type { AttainmentValues } from './attainment.ts'
import { digestOf } from './digest.ts'

it('is the same for the same values in any order, whatever was digested before', () => {
  const one = { GRADE: 'A', DESCRIPTION: 'Maths', SOURCE_ID: null }
  const turned = { SOURCE_ID: '', DESCRIPTION: 'Maths', GRADE: 'A' }
  const others: AttainmentValues[] = [{ GRADE: 'A' }, { DESCRIPTION: 'Maths', GRADE: 'A' }, {}]
  const digest = digestOf(one)
  for (const other of others) {
    expect(digestOf(other)).not.toBe(digest)
    expect(digestOf(turned)).toBe(digest)
    expect(digestOf(one)).toBe(digest)
  }
  expect(digestOf({ ...one, GRADE: 'B' })).not.toBe(digest)
})
