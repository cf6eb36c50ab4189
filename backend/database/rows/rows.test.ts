import { describe, expect, it } from '@jest/globals'
import { dialectOf, insertStatements, sql } from '../index.ts'
import type { Insertion } from '../index.ts'

const insertion = (rows: number): Insertion => ({
  table: ['FES.ATTAINMENTS'],
  columns: [
    { name: 'GRADE', kind: 'text' },
    { name: 'SOURCE_ID', kind: 'number' },
    { name: 'DATE_AWARDED', kind: 'day' },
  ],
  same: [{ name: 'CREATED_BY', value: sql`${'ADA'}` }],
  rows: Array.from({ length: rows }, () => ['A*', 7, '2022-08-25']),
})

describe('inserting many rows', () => {
  it('stays under the values and rows that SQL Server takes in a statement', () => {
    const statements = insertStatements(dialectOf('mssql'), insertion(3000))
    for (const { text, bindings } of statements) {
      const values = bindings.length - (text.match(/\?\?/g)?.length ?? 0)
      expect(values).toBeLessThanOrEqual(2100)
    }
    expect(statements.map((one) => one.text.split('), (').length).reduce((a, b) => a + b)).toBe(
      3000,
    )
  })

  it('is one statement on PostgreSQL, whose arrays carry any text', () => {
    const [statement] = insertStatements(dialectOf('pg'), {
      ...insertion(0),
      rows: [['a"b\\c,{}', null, null]],
    })
    expect(statement?.bindings).toContain('{"a\\"b\\\\c,{}"}')
    expect(statement?.bindings).toContain('{NULL}')
  })
})
