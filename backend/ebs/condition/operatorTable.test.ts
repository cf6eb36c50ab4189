import { describe, expect, it } from '@jest/globals'
import { parse } from '../../../tests/support/engines/parse.ts'
import { databaseClients, dialectOf } from '../../database/index.ts'
import { indexUse } from './indexUse.ts'
import { operatorTable, type OperatorRow } from './operatorTable.ts'

const asked = ({ value, operator }: OperatorRow) => `${value} ${operator}`
const patterns = ['contains', 'beginsWith', 'endsWith']
/** The column by itself, and then an operator: what an index on it can be used for. */
const bare = /^\(?c (=|<|<=|>|>=|between|in) /

describe.each(databaseClients)('on %s', (client) => {
  const table = operatorTable(client)

  it('each operator is the row that was looked at', () => {
    const lines = table.map((row) => {
      const index = row.index.kind === 'seek' ? row.index.by : `none, ${row.index.why}`
      return [asked(row), row.test.text, row.escape ?? '-', row.empty, index].join(' | ')
    })
    expect(lines).toMatchSnapshot()
  })

  it('an index is counted on where the column stands bare, and nowhere else', () => {
    const wrong = table.filter(({ operator, index, test }) => {
      if (['!=', 'null', 'notNull'].includes(operator)) return index.kind === 'seek'
      return (index.kind === 'seek') !== bare.test(test.text)
    })
    expect(wrong.map(asked)).toEqual([])
  })

  it('patterns are escaped, and nothing else is a pattern', () => {
    const escaped = table.filter(({ escape }) => escape === '!')
    expect(escaped.map(asked)).toEqual(
      table.filter(({ operator }) => patterns.includes(operator)).map(asked),
    )
    expect(table.find((row) => asked(row) === 'text contains')?.test.bindings).toContain('%ash!%%')
  })

  it('no value is part of a test', () => {
    expect(table.filter(({ test }) => /ash|42|43|2026|4\.5/.test(test.text)).map(asked)).toEqual([])
  })
})

it.each(['mssql', 'oracledb'] as const)('a parser of the dialect of %s reads each', (client) => {
  for (const { test } of operatorTable(client)) {
    const bound = test.text.replaceAll('?', client === 'mssql' ? '@p0' : ':1')
    expect(parse(client, `select c from people where ${bound}`)).toBe(1)
  }
})

it('names the expression that an index of Oracle would have to be on', () => {
  expect(indexUse(dialectOf('oracledb'), 'text', '=')).toEqual({
    kind: 'none',
    why: 'the column stands in upper(c)',
  })
})
