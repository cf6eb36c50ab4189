import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { conditionGroup } from '../../../../contract/index.ts'
import { listCondition, notFound, readList } from './pasted.ts'

describe('a pasted list', () => {
  it('is read apart by tabs, newlines, commas, semicolons and spaces', () => {
    const list = readList('1042\t1043\r\n 1044, 1042;"9000000016"\n\n')
    expect(list.entries).toEqual(['1042', '1043', '1044', '9000000016'])
    expect(list.duplicates).toBe(1)
  })

  it('lists back what is neither a person code nor a ULN', () => {
    const list = readList('1042 Smith 12345678901 0000 1.5')
    expect(list.entries).toEqual(['1042'])
    expect(list.notUnderstood).toEqual(['Smith', '12345678901', '0000', '1.5'])
  })

  it('knows a person code with zeros in front, and the same one without', () => {
    const list = readList('00001042 1042 0012')
    expect(list).toEqual({ entries: ['1042', '12'], notUnderstood: [], duplicates: 1 })
  })

  it('loses nothing: every entry is found again in one of the three', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[0-9a-z]{1,11}$/)), (entries) => {
        const list = readList(entries.join('\n'))
        const all = list.entries.length + list.notUnderstood.length + list.duplicates
        expect(all).toBe(entries.length)
      }),
    )
  })

  it('asks for ten digits as a ULN and as a person code', () => {
    expect(listCondition(['1042', '9000000016'])).toEqual({
      combinator: 'or',
      rules: [
        { field: 'personCode', operator: 'in', value: ['1042', '9000000016'] },
        { field: 'uln', operator: 'in', value: ['9000000016'] },
      ],
    })
  })

  it('stays within what a condition may hold', () => {
    const many = Array.from({ length: 2500 }, (_, at) => String(1_000_000_000 + at))
    const condition = listCondition(many)
    expect(conditionGroup.safeParse(condition).success).toBe(true)
    expect(condition.rules).toHaveLength(6)
  })

  it('says who was not found, by person code and by ULN', () => {
    const found = [
      { personCode: '1042', uln: '9000000016' },
      { personCode: '1043', uln: null },
    ]
    expect(notFound(['9000000016', '1043', '1099'], found)).toEqual(['1099'])
  })
})
