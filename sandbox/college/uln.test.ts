import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { freshUlns, ulnOf } from './uln.ts'

/** The rule as HESA states it: all ten digits by weights 10 to 1 leave 10 of 11. */
const passes = (uln: string) =>
  [...uln].reduce((sum, digit, place) => sum + Number(digit) * (10 - place), 0) % 11 === 10

describe('ulnOf', () => {
  it.each([
    [900000001, '9000000016'],
    [900000005, '9000000059'],
    [100000000, '1000000000'],
    [927630868, '9276308686'],
    [400000002, null],
    [900000013, null],
  ])('gives %d the ULN %s', (base, uln) => {
    expect(ulnOf(base)).toBe(uln)
  })

  it('gives only ULNs that pass the published rule, and misses none that could', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100000000, max: 999999999 }), (base) => {
        const uln = ulnOf(base)
        const passing = Array.from({ length: 10 }, (_, digit) => `${base}${digit}`).filter(passes)
        expect(passing).toEqual(uln === null ? [] : [uln])
      }),
    )
  })
})

describe('freshUlns', () => {
  it('starts at 9000000016, rises, and leaves out bases without a check digit', () => {
    const ulns = freshUlns()
    const first = Array.from({ length: 13 }, () => ulns.next().value)
    expect(first[0]).toBe('9000000016')
    expect(first.at(-1)).toBe('9000000148')
    expect([...first].sort()).toEqual(first)
  })
})
