import { describe, expect, it } from '@jest/globals'
import { lnkCodes } from '../../../../backend/plr/codes/lnk.ts'
import { shortReason } from './shortReason.ts'

describe('the short reason', () => {
  it.each(Object.keys(lnkCodes))('has words of its own for %s, that fit beside a name', (code) => {
    expect(shortReason(code)).not.toBe(shortReason('LNK9999'))
    expect(shortReason(code).length).toBeLessThanOrEqual(20)
  })

  it('says of a code it does not know that the learner is not looked up', () => {
    expect(shortReason('LNK9999')).toBe('not looked up')
  })
})
