import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { freeSheetName } from './sheetName.ts'

describe('the name of the session\u2019s worksheet', () => {
  it('says every environment but live', () => {
    expect(freeSheetName('live', [])).toBe('Attainments (PLR)')
    expect(freeSheetName('train', [])).toBe('Attainments (PLR) train')
  })

  it('steps aside for another sheet, whatever its case', () => {
    expect(freeSheetName('live', ['ATTAINMENTS (PLR)', 'Attainments (PLR) 2'])).toBe(
      'Attainments (PLR) 3',
    )
  })

  it('says as much of a long environment as Excel takes', () => {
    const environment = 'Training: copy of [live]/autumn, for the whole of the merged college'
    expect(freeSheetName(environment, [])).toBe('Attainments (PLR) Training  cop')
    expect(freeSheetName(environment, ['attainments (plr) training  cop'])).toBe(
      'Attainments (PLR) Training  c 2',
    )
    expect(freeSheetName('train 123456😀', [])).toBe('Attainments (PLR) train 123456')
  })

  it('is always a name that Excel takes', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), fc.nat(12), (environment, copies) => {
        const taken: string[] = []
        for (let copy = 0; copy <= copies; copy += 1) {
          const name = freeSheetName(environment, taken)
          expect(name.length).toBeLessThanOrEqual(31)
          expect(name).not.toMatch(/[\\/?*[\]:]|^'|'$/)
          expect(taken.map((other) => other.toLowerCase())).not.toContain(name.toLowerCase())
          taken.push(name)
        }
      }),
    )
  })
})
