import { describe, expect, it } from '@jest/globals'
import { createNonces } from './nonces.ts'

describe('nonces', () => {
  it('never come twice, across draws too', () => {
    const next = createNonces(12, 7)
    const seen = Array.from({ length: 100 }, () => next().toString('hex'))
    expect(new Set(seen).size).toBe(100)
    expect(seen.every((nonce) => nonce.length === 24)).toBe(true)
  })

  it('keep what they were when the pool is drawn anew', () => {
    const next = createNonces(12, 1)
    const first = next()
    const was = first.toString('hex')
    next()
    expect(first.toString('hex')).toBe(was)
  })
})
