import { describe, expect, it } from '@jest/globals'
import type { Learner } from './learner.ts'
import { problemOf, questionOf } from './eligibility.ts'

const ada: Learner = {
  personCode: '1042',
  uln: '9000000016',
  surname: 'Smart',
  firstName: 'Ada',
  knownAs: null,
  previousSurname: null,
  surnameAt16: null,
  dateOfBirth: '2004-02-29',
  sex: 'F',
  active: true,
  abilityToShare: '1',
  sharesUlnWith: null,
}
const relaxed = { noticeRequired: false }
const codeOf = (change: Partial<Learner>, rules = relaxed) =>
  problemOf({ kind: 'learner', learner: { ...ada, ...change } }, rules)?.code ?? null

describe('problemOf', () => {
  it('lets a learner with ULN and names through', () => {
    expect(codeOf({})).toBeNull()
  })

  it.each([
    [{ uln: null }, 'LNK0001'],
    [{ uln: '  ' }, 'LNK0001'],
    [{ firstName: null }, 'LNK0002'],
    [{ firstName: '   ' }, 'LNK0002'],
    [{ surname: '' }, 'LNK0003'],
    [{ uln: '1234567890' }, 'LNK0004'],
    [{ uln: '9999999999' }, 'LNK0005'],
    [{ surname: 'x'.repeat(36) }, 'LNK0006'],
    [{ sharesUlnWith: ['7'] }, 'LNK0009'],
  ])('holds back %j with %s', (change, code) => {
    expect(codeOf(change)).toBe(code)
  })

  it('names the person kept when a learner was merged away', () => {
    const problem = problemOf(
      { kind: 'merged', personCode: '9', learner: null, keptPersonCode: '1042' },
      relaxed,
    )
    expect(problem).toMatchObject({ code: 'LNK0008' })
    expect(problem?.description).toContain('1042')
  })

  it('says of a code that is not in ebs only that', () => {
    expect(problemOf({ kind: 'unknown', personCode: '9' }, relaxed)?.code).toBe('LNK0007')
  })

  it.each([
    ['0', 'LNK0010'],
    ['2', 'LNK0010'],
    ['1', null],
    [null, null],
  ] as const)('with the notice required, ability to share %s gives %s', (abilityToShare, code) => {
    expect(codeOf({ abilityToShare }, { noticeRequired: true })).toBe(code)
  })
})

describe('questionOf', () => {
  it('sends the names as ebs has them, without blanks around', () => {
    expect(questionOf({ ...ada, firstName: ' Ada ' })).toEqual({
      uln: '9000000016',
      givenName: 'Ada',
      familyName: 'Smart',
      dateOfBirth: '2004-02-29',
    })
  })
})
