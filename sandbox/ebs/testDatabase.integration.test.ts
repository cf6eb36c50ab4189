import { describe, expect, it } from '@jest/globals'
import { withClient } from './database.ts'
import { loadEbs } from './schema.ts'
import { testDatabase } from './testDatabase.ts'

describe('testDatabase', () => {
  it('gives each asker a database of their own on one server', async () => {
    const [one, other] = await Promise.all([testDatabase(), testDatabase()])
    expect(new URL(one.url).host).toBe(new URL(other.url).host)
    await loadEbs(one.url, { people: [{ person_code: 1001, surname: "O'Neill" }] })
    const count = 'select count(*)::int as people from people'
    const counted = await Promise.all(
      [one, other].map(({ url }) =>
        withClient(url, async (client) => (await client.query(count)).rows),
      ),
    )
    expect(counted).toEqual([[{ people: 1 }], [{ people: 0 }]])
    await Promise.all([one.close(), other.close()])
  }, 60_000)

  it('lets attainment codes go on after those loaded', async () => {
    const database = await testDatabase()
    await loadEbs(database.url, {
      people: [{ person_code: 1 }],
      attainments: [
        { attainment_code: 500, per_person_code: 1, atype_attainment_type_code: 'GCSE' },
      ],
    })
    const made = await withClient(database.url, (client) =>
      client.query(`insert into attainments (per_person_code, atype_attainment_type_code)
                    values (1, 'GCSE') returning attainment_code`),
    )
    expect(made.rows).toEqual([{ attainment_code: '501' }])
    await database.close()
  }, 60_000)

  it('refuses a table that ebs does not have', async () => {
    const database = await testDatabase()
    await expect(loadEbs(database.url, { pupils: [] })).rejects.toThrow('no table pupils')
    await database.close()
  }, 60_000)
})
