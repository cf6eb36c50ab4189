import { describe, expect, it } from '@jest/globals'
import { playedOracle } from '../../tests/support/engines/oracle.ts'
import { parse } from '../../tests/support/engines/parse.ts'
import { playedSqlServer } from '../../tests/support/engines/sqlServer.ts'
import { sqlOf } from '../../tests/support/engines/told.ts'
import type { Answer } from '../../tests/support/engines/told.ts'
import { DatabaseError, TransactionLost, sql } from './index.ts'
import type { Database, Transaction } from './index.ts'

const played = { mssql: playedSqlServer, oracledb: playedOracle }
const write = (on: Transaction, what: string) => on.read(sql`update t set a = 1 where b = ${what}`)

/** Two parts of a transaction, the first of which the engine refuses; then one statement more. */
async function twoParts(database: Database): Promise<unknown> {
  const failures: unknown[] = []
  await database
    .transaction(async (on) => {
      await on
        .savepoint((inner) => write(inner, 'refused'))
        .catch((error: unknown) => {
          failures.push(error)
          if (!(error instanceof DatabaseError)) throw error
        })
      await on.savepoint((inner) => write(inner, 'kept'))
      await write(on, 'last')
    })
    .catch((error: unknown) => failures.push(error))
  await database.close()
  return failures[0]
}

const refusing =
  (answer: Answer) =>
  ({ rows }: { readonly rows: readonly (readonly unknown[])[] }): Answer =>
    rows[0]?.[0] === 'refused' ? answer : {}

describe('a part of a transaction that fails', () => {
  it.each([
    [
      'oracledb' as const,
      [
        'savepoint "plr1"',
        'update t set a = 1 where b = :1',
        'rollback to savepoint "plr1"',
        'savepoint "plr2"',
        'update t set a = 1 where b = :1',
        'update t set a = 1 where b = :1',
        'commit',
      ],
    ],
    [
      'mssql' as const,
      [
        'begin transaction',
        'save transaction [plr1]',
        'update t set a = 1 where b = @p0',
        'rollback transaction [plr1]',
        'save transaction [plr2]',
        'update t set a = 1 where b = @p0',
        'update t set a = 1 where b = @p0',
        'commit transaction',
      ],
    ],
  ])('is undone alone on %s, and nothing is committed before the end', async (client, expected) => {
    const { database, told } = played[client](refusing({ errors: [2627, 1] }))
    expect(await twoParts(database)).toBeInstanceOf(DatabaseError)
    // Knex says one COMMIT more on Oracle when it gives the connection back.
    expect(sqlOf(told).slice(0, expected.length)).toEqual(expected)
    expect(new Set(sqlOf(told).slice(expected.length))).toEqual(
      new Set(client === 'oracledb' ? ['commit'] : []),
    )
    for (const text of expected.filter((one) => /plr\d/.test(one))) {
      expect(parse(client, text)).toBe(1)
    }
  })

  it('ends the whole on SQL Server when a trigger ended the transaction: nothing is written after it', async () => {
    const { database, told } = playedSqlServer(
      refusing({ errors: [50000, 3609], endsTransaction: true }),
    )
    const failure = await twoParts(database)
    expect(failure).toBeInstanceOf(TransactionLost)
    expect(failure).toMatchObject({ cause: { fault: 'other', code: '50000' } })
    expect(sqlOf(told).filter((one) => one.startsWith('update'))).toHaveLength(1)
    expect(sqlOf(told)).not.toContain('commit transaction')
  })
})

it('an error of several on SQL Server comes out without its values', async () => {
  const { database } = playedSqlServer(() => ({ errors: [2627, 3621] }))
  const failure = await database.read(sql`select 1`).catch((error: unknown) => error)
  await database.close()
  expect(failure).toMatchObject({ fault: 'duplicate', code: '2627' })
  expect(String(failure)).not.toContain('values in it')
})
