import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { makeRandom } from './random.ts'

const seeds = [fc.integer(), fc.integer()] as const

describe('makeRandom', () => {
  it('repeats itself for the same seeds and differs for others', () => {
    const stream = (seed: number, of: number) => {
      const random = makeRandom(seed, of)
      return Array.from({ length: 8 }, () => random.next())
    }
    expect(stream(1, 2)).toEqual(stream(1, 2))
    expect(stream(1, 2)).not.toEqual(stream(1, 3))
    expect(stream(1, 2)).not.toEqual(stream(2, 2))
  })

  it('stays within its bounds', () => {
    fc.assert(
      fc.property(...seeds, fc.nat(50), fc.nat(50), (seed, stream, low, more) => {
        const value = makeRandom(seed, stream).whole(low, low + more)
        expect(Number.isInteger(value) && value >= low && value <= low + more).toBe(true)
      }),
    )
  })

  it('takes exactly as many as asked for, each once, in the order of the list', () => {
    fc.assert(
      fc.property(...seeds, fc.nat(20), fc.nat(25), (seed, stream, length, count) => {
        const list = Array.from({ length }, (_, place) => place)
        const taken = makeRandom(seed, stream).some(list, count)
        expect(taken).toHaveLength(Math.min(length, count))
        expect([...new Set(taken)].sort((a, b) => a - b)).toEqual(taken)
      }),
    )
  })
})
