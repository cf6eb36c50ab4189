import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { ConditionGroup, LearnerField } from '../../../../contract/index.ts'
import { dateFields, emptyQuery, readQuery, toQuery } from './query.ts'
import { inWords } from './words.ts'

const rule = (field: string, operator: string, value: unknown) => ({ field, operator, value })

describe('the condition of the builder', () => {
  it('is everybody as long as nothing is added', () => {
    expect(readQuery(emptyQuery)).toEqual({
      kind: 'ready',
      condition: { combinator: 'and', rules: [] },
    })
  })

  it('keeps groups, not, and the kind of each value, and drops what is the builder’s own', () => {
    const query = {
      id: 'g',
      combinator: 'and',
      not: false,
      rules: [
        { ...rule('surname', 'beginsWith', ' Sm '), id: 'r' },
        { combinator: 'or', not: true, rules: [rule('active', '=', false)] },
        rule('dateOfBirth', 'between', ['2006-01-01', '2006-12-31']),
        rule('uln', 'null', 'left over'),
      ],
    }
    expect(readQuery(query)).toEqual({
      kind: 'ready',
      condition: {
        combinator: 'and',
        rules: [
          { field: 'surname', operator: 'beginsWith', value: 'Sm' },
          {
            combinator: 'or',
            not: true,
            rules: [{ field: 'active', operator: '=', value: false }],
          },
          { field: 'dateOfBirth', operator: 'between', value: ['2006-01-01', '2006-12-31'] },
          { field: 'uln', operator: 'null' },
        ],
      },
    })
  })

  it('reads a list apart: numbers at spaces too, names only at commas', () => {
    const read = readQuery({
      combinator: 'or',
      rules: [rule('personCode', 'in', '1 2,2\n3'), rule('surname', 'in', 'de Souza, Smith')],
    })
    expect(read).toMatchObject({
      condition: { rules: [{ value: ['1', '2', '3'] }, { value: ['de Souza', 'Smith'] }] },
    })
  })

  it('is not sent while a condition has no value', () => {
    const rules = [
      rule('surname', '=', ' '),
      rule('active', '=', ''),
      rule('dateOfBirth', 'between', ['2006-01-01', '']),
      rule('personCode', 'in', ''),
      { combinator: 'and', rules: [rule('surname', 'contains', '')] },
    ]
    expect(readQuery({ combinator: 'and', rules })).toEqual({ kind: 'unfinished', count: 5 })
  })

  it('comes back from a saved condition as it was', () => {
    const leaf = fc.record({
      field: fc.constantFrom('surname', 'course'),
      operator: fc.constantFrom('=' as const, 'contains' as const),
      value: fc.stringMatching(/^[a-z]{1,5}$/),
    })
    const { group } = fc.letrec<{ group: ConditionGroup }>((tie) => ({
      group: fc.record({
        combinator: fc.constantFrom('and' as const, 'or' as const),
        rules: fc.array(fc.oneof({ maxDepth: 3 }, leaf, tie('group')), { maxLength: 4 }),
      }),
    }))
    fc.assert(
      fc.property(group, (condition) => {
        expect(readQuery(toQuery(condition))).toEqual({ kind: 'ready', condition })
      }),
    )
  })
})

describe('a condition in words', () => {
  const fields: LearnerField[] = [
    { name: 'surname', label: 'Surname', type: 'text', operators: ['='] },
    {
      name: 'sex',
      label: 'Sex',
      type: 'choice',
      operators: ['='],
      values: [{ value: 'F', label: 'Female' }],
    },
  ]

  it('reads as a sentence', () => {
    const condition: ConditionGroup = {
      combinator: 'and',
      rules: [
        { field: 'surname', operator: 'beginsWith', value: 'Sm' },
        {
          combinator: 'or',
          rules: [
            { field: 'sex', operator: '=', value: 'F' },
            { field: 'active', operator: '=', value: true },
          ],
        },
        { combinator: 'and', not: true, rules: [{ field: 'surname', operator: 'null' }] },
        { field: 'personCode', operator: 'in', value: ['1', '2', '3', '4', '5'] },
      ],
    }
    expect(inWords(condition, fields)).toBe(
      'Surname begins with “Sm” and (Sex is Female or active is yes) and not (Surname is empty) and personCode is one of “1”, “2”, “3” and 2 more',
    )
    expect(inWords({ combinator: 'and', rules: [] }, fields)).toBe('everybody')
  })

  it('counts a day that is none as no value, in the fields that hold days', () => {
    const days = dateFields([
      { name: 'born', label: 'Born', type: 'date', operators: ['=', 'between'] },
      { name: 'surname', label: 'Surname', type: 'text', operators: ['='] },
    ])
    const rules = [
      { field: 'born', operator: '=', value: 'March 2009' },
      { field: 'born', operator: 'between', value: ['2009-03-06', 'soon'] },
      { field: 'born', operator: '=', value: '2009-03-06' },
      { field: 'surname', operator: '=', value: 'March' },
    ]
    const query = { combinator: 'and', rules }
    expect(readQuery(query, days)).toEqual({ kind: 'unfinished', count: 2 })
  })
})
