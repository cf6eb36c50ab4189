import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ConditionRule, Operator } from '../../../contract/index.ts'
import type { EbsRow } from '../../../sandbox/college/college.ts'
import { loadEbs, testDatabase, type TestDatabase } from '../../../sandbox/ebs/index.ts'
import { openDatabase, sql, type Database, type Sql } from '../../database/index.ts'
import { createLearnerDirectory } from '../learners/index.ts'
import { learnerFields } from '../learners/fields.ts'
import { testMapping } from '../mapping/testing.ts'
import type { FieldValue } from './field.ts'
import { operatorTable } from './operatorTable.ts'

/** One learner for each way a value can be: person code → what the columns hold. */
const people: readonly EbsRow[] = [
  {
    person_code: 1,
    surname: 'Smith',
    date_of_birth: '2005-01-01',
    unique_learn_no: 1000000001,
    lrs_validation_errors: 2,
  },
  {
    person_code: 2,
    surname: 'SMITH',
    date_of_birth: '2005-01-02',
    unique_learn_no: 1000000002,
    lrs_validation_errors: 10,
  },
  { person_code: 3, surname: 'Šmíth', date_of_birth: '2005-01-03', unique_learn_no: 2000000003 },
  { person_code: 4, surname: "O'Neill", date_of_birth: '2006-05-05', is_active: 'Y', sex: 'F' },
  { person_code: 5, surname: '100%_*[!]', date_of_birth: null, is_active: 'N', sex: 'm' },
  { person_code: 6, surname: '', date_of_birth: null, is_active: null, sex: '' },
  { person_code: 7, surname: null, unique_learn_no: null },
  { person_code: 8, surname: 'Ångström-Zoë', known_as: 'Zoë' },
  { person_code: 9, surname: 'Staff', fes_staff_code: 'S9', unique_learn_no: 1000000001 },
]

const record = (per_person_code: number, source: string | null, more: EbsRow = {}): EbsRow => ({
  per_person_code,
  atype_attainment_type_code: 'PLR',
  source,
  ...more,
})

/** Imported once, twice, and once with a change later; by hand, and from the PLR nobody knows when. */
const attainments: readonly EbsRow[] = [
  record(1, 'PLR data', { created_date: '2026-09-01T10:00:00' }),
  record(1, 'Other', { created_date: '2026-09-03T10:00:00' }),
  record(2, 'PLR data', { created_date: '2026-09-02T23:59:59' }),
  record(2, 'PLR data', { created_date: '2026-09-01T09:00:00' }),
  record(3, 'PLR data', { created_date: '2026-09-01', updated_date: '2026-09-03' }),
  record(3, 'PLR data', { created_date: '2026-09-02' }),
  record(4, null, { created_date: '2026-09-02' }),
  record(5, 'PLR data'),
  record(1, 'PLR data'),
].map((row, at) => ({ attainment_code: at + 1, ...row }))

const errors = { name: 'errors', label: 'Errors', column: 'LRS_VALIDATION_ERRORS', type: 'number' }
const mapping = testMapping('pg', { searchFields: [errors] })

let server: TestDatabase
let database: Database

beforeAll(async () => {
  server = await testDatabase()
  await loadEbs(server.url, { people, attainments })
  database = openDatabase({ client: 'pg', connection: { connectionString: server.url } })
}, 60_000)

afterAll(async () => {
  await database.close()
  await server.close()
})

async function find(...rules: ConditionRule[]): Promise<string> {
  const found = await createLearnerDirectory({ database, mapping }).search(
    { condition: { combinator: 'and', rules }, sort: [{ field: 'personCode', direction: 'asc' }] },
    { kind: 'all' },
    AbortSignal.timeout(10_000),
  )
  if (found.kind !== 'found') return `${found.kind}: ${found.detail}`
  expect(found.total).toBe(found.learners.length)
  return found.learners.map(({ learner }) => learner.personCode).join(' ')
}

type Case = readonly [
  field: string,
  operator: Operator,
  value: ConditionRule['value'],
  found: string,
]

/** Every operator of every kind of field, its null rule, and the escapes: the rule of each. */
const cases: readonly Case[] = [
  ['surname', '=', 'smith', '1 2 3'],
  ['surname', '=', 'ŚMÏTH', '1 2 3'],
  ['surname', '=', "o'neill", '4'],
  ['surname', '=', '', '6 7'],
  ['surname', '!=', 'smith', '4 5 6 7 8'],
  ['surname', '!=', '', '1 2 3 4 5 8'],
  ['surname', 'contains', 'MIT', '1 2 3'],
  ['surname', 'contains', '%_', '5'],
  ['surname', 'contains', '[!]', '5'],
  ['surname', 'contains', '_*', '5'],
  ['surname', 'contains', '**', ''],
  ['surname', 'beginsWith', 's', '1 2 3'],
  ['surname', 'beginsWith', 'ang', '8'],
  ['surname', 'beginsWith', '100%_', '5'],
  ['surname', 'endsWith', 'ITH', '1 2 3'],
  ['surname', 'endsWith', 'zoe', '8'],
  ['surname', '<', 'b', '5 8'],
  ['surname', '<=', "O'Neill", '4 5 8'],
  ['surname', '>', "O'Neill", '1 2 3'],
  ['surname', '>=', 'smith', '1 2 3'],
  ['surname', 'between', ['o', 'p'], '4'],
  ['surname', 'in', ['smith', 'x', "O'NEILL"], '1 2 3 4'],
  ['surname', 'in', ['smith', ''], '1 2 3 6 7'],
  ['surname', 'null', undefined, '6 7'],
  ['surname', 'null', 'ignored', '6 7'],
  ['surname', 'notNull', undefined, '1 2 3 4 5 8'],

  ['dateOfBirth', '=', '2005-01-02', '2'],
  ['dateOfBirth', '!=', '2005-01-02', '1 3 4 5 6 7 8'],
  ['dateOfBirth', '<', '2005-01-02', '1'],
  ['dateOfBirth', '<=', '2005-01-02', '1 2'],
  ['dateOfBirth', '>', '2005-01-02', '3 4'],
  ['dateOfBirth', '>=', '2005-01-02', '2 3 4'],
  ['dateOfBirth', 'between', ['2005-01-02', '2005-12-31'], '2 3'],
  ['dateOfBirth', 'in', ['2005-01-01', '2006-05-05'], '1 4'],
  ['dateOfBirth', 'null', null, '5 6 7 8'],
  ['dateOfBirth', 'notNull', null, '1 2 3 4'],

  ['uln', '=', '1000000001', '1'],
  ['uln', '=', '01000000001', '1'],
  ['uln', '!=', '1000000001', '2 3 4 5 6 7 8'],
  ['uln', '<', '2000000000', '1 2'],
  ['uln', 'between', ['1000000002', '2000000003'], '2 3'],
  ['uln', '<=', '1000000002', '1 2'],
  ['uln', '>', '1000000001', '2 3'],
  ['uln', '>=', '1000000002', '2 3'],
  ['uln', 'in', ['1000000002', '2000000003', '7'], '2 3'],
  ['uln', 'in', ['1000000002', ''], '2 4 5 6 7 8'],
  ['uln', 'beginsWith', '2', '3'],
  ['uln', 'contains', '0002', '2'],
  ['uln', 'endsWith', '01', '1'],
  ['uln', 'null', null, '4 5 6 7 8'],
  ['uln', 'notNull', null, '1 2 3'],
  ['personCode', '>=', '7', '7 8'],
  ['personCode', '=', '9', ''],

  ['plrImported', '=', '2026-09-01', '1'],
  ['plrImported', '=', '2026-09-02', '2'],
  ['plrImported', '!=', '2026-09-02', '1 3 4 5 6 7 8'],
  ['plrImported', '<', '2026-09-02', '1'],
  ['plrImported', '<=', '2026-09-02', '1 2'],
  ['plrImported', '>', '2026-09-02', '3'],
  ['plrImported', '>=', '2026-09-02', '2 3'],
  ['plrImported', 'between', ['2026-09-01', '2026-09-02'], '1 2'],
  ['plrImported', 'in', ['2026-09-01', '2026-09-03'], '1 3'],
  ['plrImported', 'in', ['2026-09-02', ''], '2 4 5 6 7 8'],
  ['plrImported', 'in', ['2026-09-03', '2026-09-01'], '1 3'],
  ['plrImported', 'in', ['2026-09-03', '2026-09-01', ''], '1 3 4 5 6 7 8'],
  ['plrImported', 'in', [''], '4 5 6 7 8'],
  ['plrImported', 'null', null, '4 5 6 7 8'],
  ['plrImported', 'notNull', null, '1 2 3'],

  ['errors', '=', '10', '2'],
  ['errors', '!=', '10', '1 3 4 5 6 7 8'],
  ['errors', '<', '10', '1'],
  ['errors', '<=', '10', '1 2'],
  ['errors', '>', '2.5', '2'],
  ['errors', '>=', '2', '1 2'],
  ['errors', 'between', ['2', '9.9'], '1'],
  ['errors', 'in', ['2', '10', '11'], '1 2'],
  ['errors', 'null', null, '3 4 5 6 7 8'],
  ['errors', 'notNull', null, '1 2'],

  ['active', '=', 'true', '4'],
  ['active', '=', true, '4'],
  ['active', '=', 'false', '5'],
  ['active', '!=', 'true', '1 2 3 5 6 7 8'],
  ['active', 'null', null, '1 2 3 6 7 8'],
  ['active', 'notNull', null, '4 5'],
  ['sex', '=', 'M', '5'],
  ['sex', '!=', 'F', '1 2 3 5 6 7 8'],
  ['sex', 'in', ['f', 'M'], '4 5'],
  ['sex', 'null', null, '1 2 3 6 7 8'],
  ['sex', 'notNull', null, '4 5'],
]

describe('on PostgreSQL', () => {
  it.each(cases)('%s %s %j finds %s', async (field, operator, value, found) => {
    expect(await find({ field, operator, value })).toBe(found)
  })

  const table = operatorTable('pg')

  it('has a case for each row of the table of operators, with its rule for empty values', () => {
    // Person 7 has nothing in any of the columns but the code.
    const kindOf = (field: string) => learnerFields(mapping).get(field)?.value
    const isPlain = (value: ConditionRule['value']) =>
      value !== '' && !(Array.isArray(value) && value.includes(''))
    const tried = cases
      .filter(([field, , value]) => field !== 'personCode' && isPlain(value))
      .map(([field, operator, , found]) => {
        const empty = found.split(' ').includes('7') ? 'found' : 'left out'
        return `${kindOf(field)} ${operator}: empty ${empty}`
      })
    const rules = table.map(({ value, operator, empty }) => `${value} ${operator}: empty ${empty}`)
    expect([...new Set(tried)].sort()).toEqual([...rules].sort())
  })

  it('uses the index of a column wherever the table says so', async () => {
    const columns: Readonly<Partial<Record<FieldValue, Sql>>> = {
      digits: sql`unique_learn_no`,
      date: sql`date_of_birth`,
      flag: sql`is_active`,
      number: sql`lrs_validation_errors`,
    }
    await database.read(sql`create index on people (is_active)`)
    await database.read(sql`create index on people (lrs_validation_errors)`)
    const connection = { connectionString: server.url, options: '-c enable_seqscan=off' }
    const unwilling = openDatabase({ client: 'pg', connection })
    const seeks = Object.entries(columns).flatMap(([kind, column]) =>
      operatorTable('pg', column).filter(
        ({ value, index }) => value === kind && index.kind === 'seek',
      ),
    )
    for (const { test } of seeks) {
      const plan = await unwilling.read(sql`explain select 1 from people where ${test}`)
      expect(JSON.stringify(plan)).toContain('Index Cond')
    }
    expect(seeks.length).toBe(table.filter(({ index }) => index.kind === 'seek').length)
    await unwilling.close()
  })

  const refused: readonly Case[] = [
    ['surname', 'contains', 'x', 'at least 2 characters'],
    ['surname', 'endsWith', '', 'at least 2 characters'],
    ['surname', 'beginsWith', '', 'at least 1 characters'],
    ['surname', '<', '', 'needs a value'],
    ['surname', 'in', [], '1 to 1000 values'],
    ['surname', 'in', 'smith', 'takes a list'],
    ['surname', 'between', ['a'], 'takes two values'],
    ['surname', '=', ['a'], 'takes one value'],
    ['surname', '=', true, 'takes text'],
    ['dateOfBirth', '=', '2005-02-30', 'dates that exist'],
    ['dateOfBirth', 'contains', '2005', 'cannot be asked'],
    ['uln', '=', '10000x', 'whole numbers'],
    ['active', '=', 'Y', 'true or false'],
    ['sex', 'contains', 'ma', 'cannot be asked'],
    ['surname; drop table people', '=', 'x', 'no field'],
    ['fes_staff_code', 'notNull', null, 'no field'],
  ]
  it.each(refused)('%s %s %j is refused: %s', async (field, operator, value, why) => {
    const answer = await find({ field, operator, value })
    expect(answer).toMatch(/^invalid: /)
    expect(answer).toContain(why)
  })
})
