import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { testDatabase, type TestDatabase } from '../../../sandbox/ebs/index.ts'
import { openDatabase, sql, updateRows } from '../index.ts'
import type { Changes, Database } from '../index.ts'

let server: TestDatabase
let database: Database
beforeAll(async () => {
  server = await testDatabase()
  database = openDatabase({ client: 'pg', connection: { connectionString: server.url } })
  await database.knex.raw('create table held (code numeric(10), grade varchar(9), day date)')
  await database.knex.raw(
    "insert into held values (1, '', '2022-08-25'), (2, null, null), (3, 'A', null)",
  )
}, 60_000)
afterAll(async () => {
  await database.close()
  await server.close()
})

const changes = (
  ...rows: readonly (readonly [string, string | null, string | null])[]
): Changes => ({
  table: ['held'],
  key: { name: 'code', kind: 'number' },
  columns: [{ name: 'grade', kind: 'text' }],
  seen: [{ name: 'day', kind: 'day' }],
  rows: rows.map(([key, from, day]) => ({ key, seen: [day], from: [from], to: ['B'] })),
})
const grades = async () =>
  (await database.read(sql`select grade from held order by code`)).map((row) => row['grade'])

it('an empty text, which is read as a blank, and a blank are what they were seen to be', async () => {
  await database
    .transaction(async (on) => {
      const seen = changes(['1', null, '2022-08-25'], ['2', null, null])
      expect(await updateRows(on, database.dialect, seen)).toBe(2)
      throw new Error('back')
    })
    .catch(() => undefined)
  expect(await grades()).toEqual(['', null, 'A'])
})

it('a record that differs by a letter’s case, or in what is not written, is not changed', async () => {
  await database.transaction(async (on) => {
    expect(await updateRows(on, database.dialect, changes(['3', 'a', null]))).toBe(0)
    expect(await updateRows(on, database.dialect, changes(['3', 'A', '2022-08-25']))).toBe(0)
  })
  expect(await grades()).toEqual(['', null, 'A'])
})

it('a part that fails is undone alone', async () => {
  await database.transaction(async (on) => {
    await on.read(sql`update held set grade = 'C' where code = 3`)
    await expect(
      on.savepoint(async (inner) => {
        await inner.read(sql`update held set grade = 'D'`)
        await inner.read(sql`update held set grade = ${'longer than it may be'}`)
      }),
    ).rejects.toMatchObject({ code: '22001' })
    await on.savepoint((inner) =>
      inner.read(sql`update held set day = '2020-01-01' where code = 3`),
    )
  })
  expect(await grades()).toEqual(['', null, 'C'])
})
