import { describe, expect, it } from '@jest/globals'
import knexFactory from 'knex'
import { parse } from '../../../tests/support/engines/parse.ts'
import type { ConditionGroup } from '../../../contract/index.ts'
import { toRaw, type DatabaseClient } from '../../database/index.ts'
import { learnerFields } from '../learners/fields.ts'
import { pageStatement } from '../learners/search.ts'
import { testMapping } from '../mapping/testing.ts'
import { checkCondition } from './check.ts'
import { compileCondition } from './compile.ts'

/**
 * Oracle and SQL Server cannot run here. Their statements come from the same code as PostgreSQL's,
 * whose answers are tested; here they are read by a parser of each dialect, and kept as
 * snapshots that a change of a statement shows in.
 */
const conditions: Readonly<Record<string, ConditionGroup>> = {
  'every kind of test': {
    combinator: 'or',
    rules: [
      { field: 'surname', operator: '=', value: "O'Neill" },
      { field: 'surname', operator: '!=', value: 'x' },
      { field: 'surname', operator: 'contains', value: '%_[!' },
      { field: 'firstName', operator: 'in', value: ['Al', 'Bo', ''] },
      { field: 'surname', operator: 'between', value: ['a', 'b'] },
      { field: 'uln', operator: '=', value: '1000000001' },
      { field: 'uln', operator: 'in', value: ['1000000001', '1000000002'] },
      { field: 'personCode', operator: 'endsWith', value: '42' },
      { field: 'dateOfBirth', operator: '=', value: '2005-02-28' },
      { field: 'dateOfBirth', operator: 'in', value: ['2005-02-28'] },
      { field: 'active', operator: '=', value: true },
      { field: 'sex', operator: 'null' },
    ],
  },
  'the last import of the PLR': {
    combinator: 'or',
    rules: [
      { field: 'plrImported', operator: '=', value: '2026-09-01' },
      { field: 'plrImported', operator: '!=', value: '2026-09-02' },
      { field: 'plrImported', operator: '<', value: '2026-09-03' },
      { field: 'plrImported', operator: '>=', value: '2026-09-04' },
      { field: 'plrImported', operator: 'between', value: ['2026-09-05', '2026-09-06'] },
      { field: 'plrImported', operator: 'in', value: ['2026-09-07', ''] },
      { field: 'plrImported', operator: 'null' },
      { field: 'plrImported', operator: 'notNull' },
    ],
  },
  'enrolments and not': {
    combinator: 'and',
    not: true,
    rules: [
      { field: 'course', operator: '=', value: 'ENG1' },
      { field: 'occurrence', operator: 'beginsWith', value: '24' },
      { field: 'organisation', operator: '!=', value: 'SCI' },
    ],
  },
}

function statementOf(client: DatabaseClient, condition: ConditionGroup) {
  const mapping = testMapping(client, { institutionContext: { value: 3 } })
  const checked = checkCondition(learnerFields(mapping), condition)
  if (checked.kind === 'wrong') throw new Error(checked.detail)
  const statement = pageStatement(mapping, {
    where: compileCondition(mapping, checked.group),
    sort: [{ column: 'SURNAME', direction: 'desc' }],
    offset: 50,
    limit: 50,
  })
  const knex = knexFactory({ client })
  return toRaw(knex, statement).toSQL().toNative()
}

const cases = Object.entries(conditions)

describe.each(['mssql', 'oracledb'] as const)('on %s', (client) => {
  it.each(cases)('%s is the statement that was looked at', (_, condition) => {
    const { sql, bindings } = statementOf(client, condition)
    expect(sql.replace(/ (from|where|order by|or|and|join) /g, '\n$1 ')).toMatchSnapshot()
    expect(bindings).toMatchSnapshot()
  })

  it.each(cases)('%s is read by a parser of the dialect', (_, condition) => {
    expect(parse(client, statementOf(client, condition).sql)).toBe(1)
  })

  it.each(cases)('%s binds every value and none is in its text', (_, condition) => {
    const { sql, bindings } = statementOf(client, condition)
    expect(sql).not.toMatch(/O'Neill|1000000001|ENG1|2005|2026|PLR data/)
    expect(bindings.length).toBeGreaterThan(0)
  })
})

describe('on Oracle', () => {
  it('puts no list above 1000 expressions and no word before a table’s short name', () => {
    const value = Array.from({ length: 1000 }, (_, at) => String(at + 1))
    const rules = [{ field: 'personCode', operator: 'in' as const, value }]
    const { sql, bindings } = statementOf('oracledb', { combinator: 'and', rules })
    expect(sql.match(/\bin \(/g)).toHaveLength(1)
    expect(
      bindings.filter((bound) => /^\d{1,4}$/.test(String(bound))).length,
    ).toBeGreaterThanOrEqual(1000)
    expect(sql).not.toMatch(/(from|join) "[^ )]+ as /)
  })
})

it('binds a list on SQL Server as one value: a statement takes 2100', () => {
  const value = Array.from({ length: 1000 }, (_, at) => String(at + 1))
  const rules = Array.from({ length: 10 }, () => ({ field: 'uln', operator: 'in' as const, value }))
  expect(statementOf('mssql', { combinator: 'or', rules }).bindings.length).toBeLessThan(2100)
})
