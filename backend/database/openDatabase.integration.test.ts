import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { testDatabase, type TestDatabase } from '../../sandbox/ebs/index.ts'
import { DatabaseError, name, openDatabase, sql, type Database } from './index.ts'

let server: TestDatabase
let database: Database

beforeAll(async () => {
  server = await testDatabase()
  database = openDatabase({
    client: 'pg',
    connection: { connectionString: server.url },
    limits: { statementMs: 800, lockWaitMs: 300 },
  })
}, 60_000)

afterAll(async () => {
  await database.close()
  await server.close()
})

const faultOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof DatabaseError ? error.fault : String(error)),
  )

describe('openDatabase on PostgreSQL', () => {
  it('keeps days as they are stored, whatever the zone of this machine', async () => {
    const rows = await database.read(
      sql`select date '2005-03-27' as ${name('day')}, timestamp '2024-03-31 01:30:00' as ${name('at')}`,
    )
    expect(rows).toEqual([{ day: '2005-03-27', at: '2024-03-31 01:30:00' }])
  })

  it('undoes everything of a transaction that throws', async () => {
    await expect(
      database.transaction(async ({ knex }) => {
        await knex('people').insert({ person_code: 77, surname: 'Ash' })
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow('changed my mind')
    expect(await database.read(sql`select 1 as one from people where person_code = ${77}`)).toEqual(
      [],
    )
  })

  it('ends a statement at its time limit', async () => {
    expect(await faultOf(database.read(sql`select pg_sleep(5)`))).toBe('time-limit')
  })

  it('ends a wait for a lock', async () => {
    await database.knex('people').insert({ person_code: 1, surname: 'Oak' })
    await database.transaction(async ({ read }) => {
      await read(sql`select person_code from people where person_code = 1 for update`)
      const other = database.transaction(({ knex }) =>
        knex('people').where({ person_code: 1 }).update({ surname: 'Elm' }),
      )
      expect(await faultOf(other)).toBe('lock-timeout')
    })
  })

  it('stops a statement in the database when its reader has gone', async () => {
    const gone = new AbortController()
    const reading = database.read(sql`select pg_sleep(0.7)`, gone.signal)
    setTimeout(() => gone.abort(new Error('gone')), 100)
    const since = Date.now()
    await expect(reading).rejects.toThrow('gone')
    expect(Date.now() - since).toBeLessThan(600)
  })

  it('does not begin a statement whose reader has gone while it waited for a connection', async () => {
    const one = openDatabase({
      client: 'pg',
      connection: { connectionString: server.url },
      pool: 1,
      limits: { statementMs: 800, lockWaitMs: 300 },
    })
    const gone = new AbortController()
    const before = one.read(sql`select pg_sleep(0.3)`)
    const waiting = one.read(sql`select pg_sleep(0.7)`, gone.signal)
    gone.abort(new Error('gone'))
    const since = Date.now()
    await expect(waiting).rejects.toThrow('gone')
    expect(Date.now() - since).toBeLessThan(600)
    await before
    expect(await one.read(sql`select 1 as one`)).toEqual([{ one: 1 }])
    await one.close()
  })

  it('says what went wrong without any value of the statement', async () => {
    await database.knex('people').insert({ person_code: 2, surname: 'Birch' })
    const twice = database.transaction(({ knex }) =>
      knex('people').insert({ person_code: 2, surname: 'Secret-Name' }),
    )
    const error: unknown = await twice.catch((reason: unknown) => reason)
    expect(error).toMatchObject({ fault: 'duplicate', code: '23505' })
    expect(JSON.stringify(error) + String(error)).not.toMatch(/Secret-Name|person_code/)
  })
})
