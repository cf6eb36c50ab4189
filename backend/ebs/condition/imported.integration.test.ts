import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ConditionGroup, ConditionRule } from '../../../contract/index.ts'
import { testDatabase, type TestDatabase } from '../../../sandbox/ebs/index.ts'
import { openDatabase, sql, type Database } from '../../database/index.ts'
import { learnerFields } from '../learners/fields.ts'
import { testMapping } from '../mapping/testing.ts'
import { checkCondition } from './check.ts'
import { compileCondition } from './compile.ts'

const learners = 4000
const mapping = testMapping('pg')
let server: TestDatabase
let database: Database

beforeAll(async () => {
  server = await testDatabase()
  database = openDatabase({ client: 'pg', connection: { connectionString: server.url } })
  await database.read(
    sql`insert into people (person_code, surname) select n, 'S' || n from generate_series(1, ${learners}::int) n`,
  )
  await database.read(
    sql`insert into attainments (attainment_code, per_person_code, atype_attainment_type_code, source, created_date)
      select n * 12 + k, n, 'PLR', 'PLR data', timestamp '2026-01-01' + n % 300 * interval '1 day'
      from generate_series(1, ${learners}::int) n, generate_series(1, 12) k`,
  )
  await database.read(sql`analyze people, attainments`)
}, 60_000)

afterAll(async () => {
  await database.close()
  await server.close()
})

const imported = (
  operator: ConditionRule['operator'],
  value: ConditionRule['value'],
): ConditionRule => ({ field: 'plrImported', operator, value })

async function planOf(condition: ConditionGroup): Promise<string> {
  const checked = checkCondition(learnerFields(mapping), condition)
  if (checked.kind === 'wrong') throw new Error(checked.detail)
  const test = compileCondition(mapping, checked.group)
  return JSON.stringify(await database.read(sql`explain select 1 from people p where ${test}`))
}

/** The newest record of each learner: asked for each alone, it takes an hour where there are millions. */
const newest: readonly ConditionRule[] = [
  imported('=', '2026-02-01'),
  imported('!=', '2026-02-01'),
  imported('<', '2026-02-01'),
  imported('<=', '2026-02-01'),
  imported('between', ['2026-02-01', '2026-03-01']),
  imported('in', ['2026-02-01', '2026-03-01']),
  imported('in', ['2026-02-01', '']),
]

describe('the last import of the PLR, on PostgreSQL', () => {
  it.each(newest)('reads the records once for all learners: $operator $value', async (rule) => {
    for (const group of [
      { combinator: 'and', rules: [rule] },
      { combinator: 'and', not: true, rules: [rule] },
      { combinator: 'or', rules: [rule, { field: 'surname', operator: '=', value: 's7' }] },
    ] satisfies ConditionGroup[]) {
      const plan = await planOf(group)
      expect(plan).toMatch(/hashed SubPlan/)
      expect(plan).not.toMatch(/per_person_code = p\.person_code/)
    }
  })

  it('reads the records once for two ends of a range too', async () => {
    const plan = await planOf({
      combinator: 'and',
      rules: [imported('>', '2026-02-01'), imported('<', '2026-03-01')],
    })
    expect(plan).toMatch(/hashed SubPlan/)
    expect(plan).not.toMatch(/per_person_code = p\.person_code/)
  })

  it.each(newest)('reads those of a few learners alone: $operator $value', async (rule) => {
    const few = { field: 'personCode', operator: 'in' as const, value: ['7', '8', '9'] }
    const plan = await planOf({ combinator: 'and', rules: [rule, few] })
    expect(plan).toMatch(/Index Cond: \(per_person_code = p\.person_code\)/)
    expect(plan).not.toMatch(/Seq Scan on attainments/)
  })
})
