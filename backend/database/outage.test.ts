import { describe, expect, it } from '@jest/globals'
import { DatabaseError } from './error.ts'
import { isOutage } from './outage.ts'

describe('an outage of the database', () => {
  it.each([
    'ECONNREFUSED',
    '57P01',
    '08006',
    'ESOCKET',
    'ECLOSE',
    'NJS-003',
    'NJS-500',
    '3113',
    '12541',
  ])('is told by the code %s', (code) => {
    expect(isOutage(new DatabaseError('other', code))).toBe(true)
  })

  it.each(['22001', '42P01', '8152', '1722', 'EREQUEST'])('is not what %s says', (code) => {
    expect(isOutage(new DatabaseError('other', code))).toBe(false)
  })

  it('is told by the words of a lost connection, which has no code', () => {
    expect(isOutage(new Error('Connection terminated unexpectedly'))).toBe(true)
    expect(isOutage(new Error('password=hunter2'))).toBe(false)
  })
})
