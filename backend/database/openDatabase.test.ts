import { afterEach, describe, expect, it } from '@jest/globals'
import { playedOracle } from '../../tests/support/engines/oracle.ts'
import { playedSqlServer } from '../../tests/support/engines/sqlServer.ts'
import { sqlOf } from '../../tests/support/engines/told.ts'
import type { Answering } from '../../tests/support/engines/told.ts'
import { insertRows, isOutage, sql } from './index.ts'
import type { Database, Transaction } from './index.ts'

/** What Knex and the drivers make of connections that break, which no server is needed to see. */
let opened: Database | undefined
afterEach(() => opened?.close())
function oracle(answer: Answering) {
  const played = playedOracle(answer)
  opened = played.database
  return played
}
const write = (on: Transaction) =>
  insertRows(on, { client: 'oracledb' } as Database['dialect'], {
    table: ['T'],
    columns: [{ name: 'A', kind: 'text' }],
    rows: [['x']],
  })

describe('a transaction on Oracle', () => {
  it('whose connection breaks fails with what broke it, and the connection goes to nobody else', async () => {
    const { database, told, connections } = oracle(({ sql: text }) =>
      text.startsWith('insert') && told.length === 1 ? { errors: [3113], breaks: true } : {},
    )
    await expect(database.transaction(write)).rejects.toMatchObject({ code: '3113' })
    expect(sqlOf(told)).toHaveLength(1)
    await database.read(sql`select 1 from dual`).catch(() => undefined)
    expect(connections()).toBe(2)
  })

  it('that cannot be rolled back is not committed either', async () => {
    const { database, told, connections } = oracle(({ sql: text }) =>
      text === 'rollback' ? { errors: [3136] } : {},
    )
    const failing = database.transaction(async (on) => {
      await write(on)
      throw new Error('ours')
    })
    await expect(failing).rejects.toThrow('ours')
    expect(sqlOf(told).at(-1)).toBe('rollback')
    await database.read(sql`select 1 from dual`).catch(() => undefined)
    expect(connections()).toBe(2)
  })
})

it('what is meant for a broken connection of SQL Server is carried out by no other', async () => {
  const breaking = playedSqlServer(({ sql: text }) =>
    text.startsWith('update') ? { breaks: true } : {},
  )
  const failure = await breaking.database
    .transaction((on) => on.savepoint((inner) => inner.read(sql`update t set a = 1`)))
    .catch((error: unknown) => error)
  expect(failure).toMatchObject({ cause: { code: 'ECLOSE' } })
  expect(isOutage((failure as Error).cause)).toBe(true)

  const other = playedSqlServer()
  opened = other.database
  await other.database.transaction((on) => on.read(sql`select 2`))
  expect(sqlOf(other.told)).toEqual(['begin transaction', 'select 2', 'commit transaction'])
})
