import { describe, expect, it } from '@jest/globals'
import { allOf, anyOf, concat, name, sql } from './sql.ts'

describe('sql', () => {
  it('binds whatever is not a piece', () => {
    const hostile = "'; drop table people; --"
    expect(sql`select ${name('p', 'surname')} from x where y = ${hostile} and z = ${null}`).toEqual(
      {
        text: 'select ?? from x where y = ? and z = ?',
        bindings: ['p.surname', hostile, null],
      },
    )
  })

  it('takes pieces in with their values in order', () => {
    const inner = sql`a = ${1}`
    expect(sql`(${inner}) or b = ${2}`).toEqual({ text: '(a = ?) or b = ?', bindings: [1, 2] })
    expect(concat([sql`${1}`, sql`${['x']}`], ', ')).toEqual({ text: '?, ?', bindings: [1, ['x']] })
  })

  it('says of no pieces that all of them hold and none does', () => {
    expect([allOf([]).text, anyOf([]).text]).toEqual(['1 = 1', '1 = 0'])
    expect(anyOf([sql`a`, allOf([sql`b`, sql`c`])]).text).toBe('(a or (b and c))')
  })
})
