import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { isUln, temporaryUln } from './uln.ts'

describe('isUln', () => {
  it.each(['9276308686', '1174112637', '9000000016', '1000000000', '9999999998'])(
    'accepts the published ULN %s',
    (uln) => {
      expect(isUln(uln)).toBe(true)
    },
  )

  it.each(['1234567890', '6666666666', '0123456789', '900000001', '90000000160', 'A000000016', ''])(
    'refuses %s',
    (uln) => {
      expect(isUln(uln)).toBe(false)
    },
  )

  it('refuses the temporary ULN', () => {
    expect(isUln(temporaryUln)).toBe(false)
  })

  it('takes exactly one check digit, or none, for every first nine digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000_000, max: 999_999_999 }), (base) => {
        const weighted = [...String(base)].reduce((sum, d, i) => sum + Number(d) * (10 - i), 0)
        const remainder = weighted % 11
        const valid = Array.from({ length: 10 }, (_, d) => `${base}${d}`).filter(isUln)
        expect(valid).toEqual(remainder === 0 ? [] : [`${base}${10 - remainder}`])
      }),
    )
  })
})
