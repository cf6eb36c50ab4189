import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { testDatabase, type TestDatabase } from '../../../sandbox/ebs/index.ts'
import { openDatabase, sql, type Database } from '../../database/index.ts'
import { operatorTable } from '../../ebs/condition/operatorTable.ts'
import { testMapping } from '../../ebs/mapping/testing.ts'
import { checkIndexes } from './indexes.ts'
import { readSite } from './site.ts'
import { comparedAs } from './textIndexes.ts'

let server: TestDatabase
let database: Database

beforeAll(async () => {
  server = await testDatabase()
  const options = '-c enable_seqscan=off'
  database = openDatabase({
    client: 'pg',
    connection: { connectionString: server.url, options },
  })
  await database.read(
    sql`insert into people (person_code, surname) select n, case n % 50 when 0 then 'A' when 1 then 'S' end || n from generate_series(1, 5000) n`,
  )
}, 60_000)

afterAll(async () => {
  await database.close()
  await server.close()
})

const textFindings = async () => {
  const findings = await checkIndexes(await readSite(database, testMapping('pg'), false))
  return findings.filter(({ what }) => / searches by surname/.test(what))
}
/** The tests of a text whose plan seeks in an index. */
async function seeking(): Promise<readonly string[]> {
  const seeks: string[] = []
  for (const { value, operator, test } of operatorTable('pg', sql`surname`)) {
    if (value !== 'text' || operator.endsWith('ull') || operator === '!=') continue
    const plan = await database.read(sql`explain select 1 from people where ${test}`)
    if (JSON.stringify(plan).includes('Index Cond')) seeks.push(operator)
  }
  return seeks
}

it('asks for an index that PostgreSQL uses, and takes the one on the bare column for none', async () => {
  await database.read(sql`create index on people (surname)`)
  expect(await textFindings()).toMatchObject([{ level: 'note' }])
  expect(await seeking()).toEqual([])
  const expression = comparedAs('pg', 'surname')
  await database.read({ text: `create index on people (${expression})`, bindings: [] })
  await database.read(sql`analyze people`)
  expect(await textFindings()).toMatchObject([{ level: 'ok' }])
  expect(await seeking()).toEqual(['=', 'beginsWith', '<', '<=', '>', '>=', 'between', 'in'])
})
