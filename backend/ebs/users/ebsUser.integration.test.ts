import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { loadEbs, testDatabase, type TestDatabase } from '../../../sandbox/ebs/index.ts'
import { openDatabase, type Database } from '../../database/index.ts'
import { testMapping } from '../mapping/testing.ts'
import { findEbsUser } from './ebsUser.ts'

let server: TestDatabase
let database: Database

beforeAll(async () => {
  server = await testDatabase()
  await loadEbs(server.url, {
    users: [
      { name: 'JSMITH', enabled: 'Y', external_ref: 'J.Smith@college.example' },
      { name: 'j.smith', enabled: 'Y' },
      { name: 'KJONES', enabled: 'Y', locked_until: '2000-01-01' },
      { name: 'LBROWN', enabled: 'N' },
      { name: 'MGREEN', enabled: 'Y', locked_until: '2999-01-01' },
      { name: 'ÉLODIE', enabled: 'Y' },
    ],
  })
  database = openDatabase({ client: 'pg', connection: { connectionString: server.url } })
}, 60_000)

afterAll(async () => {
  await database.close()
  await server.close()
})

it.each([
  ['j.smith@COLLEGE.example', 'JSMITH'],
  ['j.smith@elsewhere.example', 'j.smith'],
  ['kjones@college.example', 'KJONES'],
  ['LBrown@college.example', 'LBrown'],
  ['mgreen', 'mgreen'],
  ['elodie@college.example', 'elodie'],
  [`${'x'.repeat(40)}@college.example`, 'x'.repeat(30)],
  // A column of Oracle counts bytes.
  [`${'é'.repeat(20)}@college.example`, 'é'.repeat(15)],
])('%s writes as %s', async (userName, name) => {
  expect(await findEbsUser(database, testMapping('pg'), userName)).toEqual({ kind: 'user', name })
})

it('refuses whom ebs does not know where the college demands it', async () => {
  const mapping = testMapping('pg', { users: { required: true } })
  const kinds = ['KJones@x', 'lbrown@x', 'mgreen@x', 'nobody@x'].map(
    async (userName) => (await findEbsUser(database, mapping, userName)).kind,
  )
  expect(await Promise.all(kinds)).toEqual(['user', 'missing', 'missing', 'missing'])
})
