import { describe, expect, it } from '@jest/globals'
import { playedOracle } from '../../../tests/support/engines/oracle.ts'
import { parse } from '../../../tests/support/engines/parse.ts'
import { playedSqlServer } from '../../../tests/support/engines/sqlServer.ts'
import type { Answering, Told } from '../../../tests/support/engines/told.ts'
import { dialectOf, name, sql } from '../../database/index.ts'
import type { Transaction } from '../../database/index.ts'
import { withMerged } from '../learners/index.ts'
import type { AttainmentCodeRule } from '../mapping/index.ts'
import { testMapping } from '../mapping/testing.ts'
import { takeCodes } from './newCodes.ts'
import { createAttainmentReader } from './readAttainments.ts'
import { createAttainmentWriter } from './writeAttainments.ts'

/**
 * Oracle and SQL Server cannot run here. What Update sends them is taken down behind the real drivers,
 * kept as snapshots, and read by a parser of each dialect.
 */
type Engine = 'mssql' | 'oracledb'
const engines = ['mssql', 'oracledb'] as const
const played = { mssql: playedSqlServer, oracledb: playedOracle }

/** What an engine is told by some work, without the transaction around it. */
async function toldBy(
  client: Engine,
  work: (transaction: Transaction) => Promise<unknown>,
  answer?: Answering,
): Promise<readonly Told[]> {
  const { database, told } = played[client](answer)
  await database.transaction(work).finally(() => database.close())
  return told.filter(({ sql: text }) => !/^(commit|(begin|commit) transaction)$/.test(text))
}

const before = {
  ATYPE_ATTAINMENT_TYPE_CODE: 'PLR',
  DESCRIPTION: "O'Neill's",
  GRADE: '5',
  DATE_AWARDED: '2022-08-25',
  FES_QUALIFICATION_AIM: '60146084',
  SOURCE: 'PLR data',
  SOURCE_ID: null,
  CATS_CREDITS: null,
}
const records = [
  { personCode: '42', values: before },
  { personCode: '43', values: { ...before, DATE_AWARDED: null } },
]
const changes = ['7', '8'].map((attainmentCode) => ({
  attainmentCode,
  personCode: '42',
  before,
  after: { ...before, GRADE: '6', CATS_CREDITS: 7.5 },
}))

const mappingOf = (client: Engine, code: AttainmentCodeRule) =>
  testMapping(client, { institutionContext: { value: 3 }, attainments: { code } })
const counter = { table: 'FES.COUNTERS', column: 'LAST_VALUE', where: { NAME: 'ATTAINMENT' } }

/** Answers of an engine that counts and gives numbers. */
const answering: Answering = ({ sql: text, rows }) => ({
  rows: /@@rowcount/.test(text)
    ? [{ changed: 2 }]
    : [{ code: '41' }, ...(/@made/.test(text) ? [{ code: '42' }] : [])],
  ...(/ into :| := /.test(text) ? { back: rows.map((_, at) => [String(41 + at)]) } : {}),
})

/** All that an Update sends, by what it is for. */
async function statementsOf(client: Engine): Promise<Readonly<Record<string, readonly Told[]>>> {
  const dialect = dialectOf(client)
  const mapping = mappingOf(client, { counter })
  const reader = createAttainmentReader(mapping, dialect)
  const writer = createAttainmentWriter(mapping, dialect)
  const generating = createAttainmentWriter(mappingOf(client, { generated: true }), dialect)
  const merged = withMerged(mapping, { kept: (code) => dialect.numberIn(code, ['42']) })
  const of = (work: (transaction: Transaction) => Promise<unknown>) =>
    toldBy(client, work, answering)
  return {
    'reading records': await of((on) => reader.ofPeople(on, ['42', '43'])),
    'reading records with who changed them': await of((on) => reader.stamped(on, ['7'])),
    'a counter and two new records': await of((on) => writer.insert(on, records, 'ADA')),
    'two new records that the database numbers': await of((on) =>
      generating.insert(on, records, 'ADA'),
    ),
    'two changed records': await of((on) => writer.update(on, changes, 'ADA')),
    'taking records out': await of((on) => writer.remove(on, ['7', '8'])),
    'a sequence': await of((on) => takeCodes(on, dialect, { sequence: 'FES.SEQ' }, 2)),
    'a procedure': await of((on) => takeCodes(on, dialect, { procedure: 'FES.NEXT_CODE' }, 2)),
    'who was merged': await of((on) =>
      on.read(sql`${merged}select 1 as one from ${name('merged')}`),
    ),
  }
}

describe.each(engines)('on %s', (client) => {
  it('what an Update sends is what was looked at', async () => {
    expect(await statementsOf(client)).toMatchSnapshot()
  })

  it('no value is in the text of a statement', async () => {
    for (const told of Object.values(await statementsOf(client))) {
      for (const { sql: text } of told) expect(text).not.toMatch(/O'Neill|60146084|2022-08|'ADA'/)
    }
  })

  it('a parser of the dialect reads every statement', async () => {
    const statements = Object.values(await statementsOf(client)).flat()
    expect(statements.length).toBeGreaterThan(10)
    for (const { sql: text } of statements) expect(parse(client, text)).toBeGreaterThan(0)
  })

  it('records of an Update go in one round trip, whatever their number (Oracle locks them first)', async () => {
    const dialect = dialectOf(client)
    const writer = createAttainmentWriter(mappingOf(client, { counter }), dialect)
    const many = Array.from({ length: 900 }, (_, at) => ({
      ...(changes[0] ?? { personCode: '42', before, after: before }),
      attainmentCode: String(at),
    }))
    const told = await toldBy(client, (on) => writer.update(on, many, 'ADA'), answering)
    expect(told).toHaveLength(client === 'oracledb' ? 2 : 1)
    const inserted = await toldBy(
      client,
      (on) =>
        writer.insert(
          on,
          many.map(() => ({ personCode: '42', values: before })),
          'ADA',
        ),
      answering,
    )
    expect(inserted).toHaveLength(3)
  })

  it('a record that somebody changed since is told', async () => {
    const writer = createAttainmentWriter(mappingOf(client, { counter }), dialectOf(client))
    const updated: boolean[] = []
    for (const changed of [2, 1]) {
      const perRow = changed === 2 ? [1, 1] : [0, 1]
      await toldBy(
        client,
        async (on) => void updated.push(await writer.update(on, changes, 'ADA')),
        () => ({ rows: [{ changed }], changed: perRow }),
      )
    }
    expect(updated).toEqual([true, false])
  })

  it('a procedure is called once a code, in one round trip, and must give a number', async () => {
    const dialect = dialectOf(client)
    const rule = { procedure: 'FES.NEXT_CODE' }
    const given: (readonly string[])[] = []
    const told = await toldBy(
      client,
      async (on) => void given.push(await takeCodes(on, dialect, rule, 2)),
      answering,
    )
    expect(told).toHaveLength(1)
    expect(given).toEqual([['41', '42']])
    await expect(
      toldBy(
        client,
        (on) => takeCodes(on, dialect, rule, 1),
        ({ rows }) => ({ rows: [{ code: 'none' }], back: rows.map(() => ['none']) }),
      ),
    ).rejects.toThrow('FES.NEXT_CODE was to give 1 attainment codes and did not')
  })
})

it('a function of Oracle that writes is not called in a SELECT (ORA-14551), nor one of a package', async () => {
  const rule = { procedure: 'FES.PLR.NEXT_CODE' }
  const [told] = await toldBy(
    'oracledb',
    (on) => takeCodes(on, dialectOf('oracledb'), rule, 2),
    answering,
  )
  expect(told).toEqual({
    sql: 'begin :1 := to_char("FES"."PLR"."NEXT_CODE"()); end;',
    rows: [[], []],
  })
})
