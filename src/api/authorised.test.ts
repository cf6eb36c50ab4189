import { describe, expect, it } from '@jest/globals'
import { retryAfterMs } from './authorised.ts'

describe('Retry-After', () => {
  const now = Date.parse('2026-11-24T12:00:00Z')
  it.each([
    ['7', 7000],
    ['Tue, 24 Nov 2026 12:00:30 GMT', 30_000],
    ['Tue, 24 Nov 2026 11:00:00 GMT', 0],
    ['soon', 5000],
    [null, 5000],
    ['86400', 120_000],
  ])('%s means %d ms', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms)
  })
})
