import { describe, expect, it } from '@jest/globals'
import { judgeCodes } from './codes.ts'
import { judgeContexts } from './contexts.ts'
import { judgeLearners } from './learners.ts'
import { judgeSequence } from './newCodes.ts'

const type = { what: 'Attainment type', codes: ['PLR'], domain: /attain/i, written: true }
const none = new Map<string, number>()

describe('a configured code', () => {
  it.each([
    ['active in a fitting domain', [{ domain: 'ATTAINMENT_TYPE', code: 'PLR', active: 'Y' }], 'ok'],
    ['switched off', [{ domain: 'ATTAINMENT_TYPE', code: 'PLR', active: 'N' }], 'problem'],
    ['in another domain alone', [{ domain: 'SEX', code: 'PLR', active: 'Y' }], 'problem'],
    ['spelled otherwise', [{ domain: 'ATTAINMENT_TYPE', code: 'Plr', active: 'Y' }], 'problem'],
    ['nowhere', [], 'problem'],
  ])('%s', (_, verifiers, level) => {
    expect(judgeCodes(type, 'Y', verifiers, none)).toEqual([expect.objectContaining({ level })])
  })

  it('that records use is a note, and one that is only searched by no more than a warning', () => {
    expect(judgeCodes(type, 'Y', [], new Map([['PLR', 7]]))[0]).toMatchObject({
      level: 'note',
      what: expect.stringContaining('7 records') as unknown,
    })
    expect(judgeCodes({ ...type, written: false }, 'Y', [], none)[0]?.level).toBe('warning')
  })
})

describe('institution contexts', () => {
  const [empty, one, two] = [null, '1', '2'].map((context) => ({ context, people: 5 }))
  it.each([
    ['none in use', [empty!], null, 'ok'],
    ['one, and the mapping names none', [one!], null, 'note'],
    ['two, and the mapping names none', [empty!, one!, two!], null, 'warning'],
    ['the mapped one among them', [one!, two!], '2', 'ok'],
    ['another than the mapped one', [one!], '2', 'problem'],
  ])('%s', (_, found, mapped, level) => {
    expect(judgeContexts(found, mapped)).toEqual([expect.objectContaining({ level })])
  })
})

it('counts learners, and warns when the mapping finds none or none with a ULN', () => {
  const flags = { yes: 'Y', no: 'N' }
  const levels = (counts: Record<string, number>) =>
    judgeLearners(counts, flags).map(({ level }) => level)
  expect(levels({ learners: 0, others: 9 })).toEqual(['warning'])
  expect(levels({ learners: 9, withUln: 0 })).toEqual(['warning'])
  expect(levels({ learners: 9, withUln: 8 })).toEqual(['ok'])
  expect(levels({ learners: 9, withUln: 8, nameless: 1, oddFlags: 2 })).toEqual([
    'ok',
    'note',
    'warning',
  ])
})

it('takes a sequence that lags behind for a wrong one', () => {
  expect(judgeSequence('S', 41n, 42n).level).toBe('warning')
  expect(judgeSequence('S', 42n, 42n).level).toBe('ok')
})
