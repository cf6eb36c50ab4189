import { describe, expect, it } from '@jest/globals'
import { bearer, testApp } from './testing/testApp.ts'

const detailOf = async (rule: object) => {
  const { app, token } = await testApp()
  const answer = await app.inject({
    method: 'POST',
    url: '/api/learners/search',
    headers: bearer(await token()),
    payload: { condition: { combinator: 'and', rules: [rule] } },
  })
  expect(answer.statusCode).toBe(400)
  return String(answer.json().detail)
}

describe('a condition that is not as it should be', () => {
  it('is told which part of it is wrong, and how', async () => {
    const many = Array.from({ length: 1001 }, (_, at) => `Name ${at}`)
    const tooMany = await detailOf({ field: 'surname', operator: 'in', value: many })
    expect(tooMany).toContain('condition.rules.0.value')
    expect(tooMany).toContain('at most 1000')
    expect(tooMany).not.toContain('Name')
    expect(await detailOf({ field: 'surname', operator: 'like', value: 'x' })).toContain(
      'condition.rules.0.operator',
    )
  })

  it('within a group within a group, too', async () => {
    const wrong = { combinator: 'or', rules: [{ field: 7, operator: '=', value: 'x' }] }
    const inGroups = await detailOf({ combinator: 'and', rules: [wrong] })
    expect(inGroups).toContain('condition.rules.0.rules.0.rules.0.field')
  })
})
