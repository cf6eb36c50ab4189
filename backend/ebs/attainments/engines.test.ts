import { describe, expect, it } from '@jest/globals'
import knexFactory, { type Knex } from 'knex'
import parser from 'node-sql-parser'
import { dialectOf, sql, toRaw } from '../../database/index.ts'
import {
  insertRows,
  type DatabaseClient,
  type Sql,
  type Transaction,
} from '../../database/index.ts'
import { withMerged } from '../learners/index.ts'
import { testMapping } from '../mapping/testing.ts'
import { fromProcedure, fromSequence } from './newCodes.ts'
import { createAttainmentReader } from './readAttainments.ts'
import { createAttainmentWriter } from './writeAttainments.ts'

/**
 * Oracle and SQL Server cannot run here. What Update sends them comes from the same code as on
 * PostgreSQL; here it is taken down by a driver that only listens, kept as snapshots, and read by a
 * parser where one knows the dialect.
 */
interface Told {
  readonly sql: string
  readonly bindings: readonly unknown[]
}

function listening(client: DatabaseClient, answers: readonly object[] = []) {
  const told: Told[] = []
  const many: { readonly sql: string; readonly values: readonly unknown[] }[] = []
  const knex: Knex = knexFactory({ client })
  const connection = {
    executeMany(text: string, values: readonly unknown[]) {
      many.push({ sql: text, values })
      return Promise.resolve({ rowsAffected: values.length })
    },
  }
  knex.client.acquireConnection = () => Promise.resolve(connection)
  knex.client.releaseConnection = () => Promise.resolve()
  knex.client.query = (_: unknown, query: { sql: string; bindings: unknown[] }) => {
    told.push({ sql: knex.client.positionBindings(query.sql), bindings: query.bindings })
    return Promise.resolve(query)
  }
  knex.client.processResponse = () => 1
  const transaction = {
    knex,
    read(statement: Sql) {
      const { sql: text, bindings } = toRaw(knex, statement).toSQL().toNative()
      told.push({ sql: text, bindings })
      return Promise.resolve(answers)
    },
  } as unknown as Transaction
  return { told, many, transaction }
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
const context = { institutionContext: { value: 3 } }

/** All that an Update sends, by what it is for. */
async function statementsOf(client: DatabaseClient): Promise<Readonly<Record<string, Told[]>>> {
  const dialect = dialectOf(client)
  const counter = { table: 'FES.COUNTERS', column: 'LAST_VALUE', where: { NAME: 'ATTAINMENT' } }
  const mapping = testMapping(client, { ...context, attainments: { code: { counter } } })
  const reader = createAttainmentReader(mapping, dialect)
  const writer = createAttainmentWriter(mapping, dialect)
  const of = async (work: (transaction: Transaction) => Promise<unknown>): Promise<Told[]> => {
    const { told, many, transaction } = listening(client, [{ code: '41' }])
    await work(transaction)
    return [...told, ...many.map((one) => ({ sql: one.sql, bindings: one.values }))]
  }
  const change = { attainmentCode: '7', personCode: '42', before, after: { ...before, GRADE: '6' } }
  const merged = withMerged(mapping, { kept: (code) => dialect.numberIn(code, ['42']) })
  return {
    'reading records': await of((on) => reader.ofPeople(on, ['42', '43'])),
    'reading records with who changed them': await of((on) => reader.stamped(on, ['7'])),
    'a counter and two new records': await of((on) =>
      writer.insert(
        on,
        [
          { personCode: '42', values: before },
          { personCode: '43', values: { ...before, DATE_AWARDED: null } },
        ],
        'ADA',
      ),
    ),
    'a changed record': await of((on) => writer.update(on, [change], 'ADA')),
    'a sequence': await of((on) => on.read(fromSequence(dialect, 'FES.SEQ', 2))),
    'a procedure': await of((on) => on.read(fromProcedure(dialect, 'FES.NEXT_CODE'))),
    'who was merged': await of((on) => on.read(sql`${merged}select 1 as one from merged`)),
  }
}

describe.each(['mssql', 'oracledb'] as const)('on %s', (client) => {
  it('what an Update sends is what was looked at', async () => {
    expect(await statementsOf(client)).toMatchSnapshot()
  })

  it('no value is in the text of a statement', async () => {
    for (const told of Object.values(await statementsOf(client))) {
      for (const { sql: text } of told) expect(text).not.toMatch(/O'Neill|60146084|2022-08|'ADA'/)
    }
  })
})

it('the parser of SQL Server’s dialect reads every statement', async () => {
  const statements = Object.entries(await statementsOf('mssql')).flatMap(([what, told]) =>
    // It knows no sequences, no calls of procedures, no hints and no lists as JSON.
    /sequence|procedure/.test(what) ? [] : told,
  )
  expect(statements.length).toBeGreaterThan(5)
  for (const { sql: text } of statements) {
    const readable = text
      .replaceAll(
        /select given\.value from openjson\((@p\d+)\) with \(value [^$]*'\$'\) as given/g,
        'select $1',
      )
      .replaceAll(/ with \(updlock, holdlock, rowlock\)/g, '')
      .replace(/;select @@rowcount$/, '')
    // Nor a union inside of `with`: its parts are read apart.
    const [, ...parts] =
      /^with \[merged\] .*? as \((.*) union all (.*)\) (select 1 .*)$/.exec(readable) ?? []
    for (const part of parts.length > 0 ? parts : [readable]) {
      expect(new parser.Parser().astify(part, { database: 'transactsql' })).toBeDefined()
    }
  }
})

it('keeps the decimals of a number on SQL Server', async () => {
  const { told, transaction } = listening('mssql')
  await insertRows(transaction, dialectOf('mssql'), {
    table: ['T'],
    columns: [{ name: 'CATS_CREDITS', kind: 'number' }],
    rows: [[7.5], [7]],
  })
  expect(told[0]?.sql).toContain(
    'values (cast(@p0 as decimal(18, 4))), (cast(@p1 as decimal(18, 0)))',
  )
})

describe('Oracle’s driver', () => {
  const insertion = (rows: number) => ({
    table: ['FES.ATTAINMENTS'],
    columns: [
      { name: 'GRADE', kind: 'text' as const },
      { name: 'SOURCE_ID', kind: 'number' as const },
      { name: 'DATE_AWARDED', kind: 'day' as const },
    ],
    same: [{ name: 'CREATED_BY', value: sql`${'ADA'}` }],
    rows: Array.from({ length: rows }, (_, at) => [at % 2 ? null : 'A*', at, '2022-08-25']),
  })

  it('gets many rows as one statement, 1000 a round trip, nothing committed by itself', async () => {
    const { many, told, transaction } = listening('oracledb')
    await insertRows(transaction, dialectOf('oracledb'), insertion(2500))
    expect(told).toEqual([])
    expect(many.map((one) => one.values.length)).toEqual([1000, 1000, 500])
    expect(new Set(many.map((one) => one.sql))).toEqual(
      new Set([
        'insert into "FES"."ATTAINMENTS" ("GRADE", "SOURCE_ID", "DATE_AWARDED", "CREATED_BY") values (:1, to_number(:2), to_date(:3, \'YYYY-MM-DD\'), :4)',
      ]),
    )
    expect(many[0]?.values.slice(0, 2)).toEqual([
      ['A*', '0', '2022-08-25', 'ADA'],
      [null, '1', '2022-08-25', 'ADA'],
    ])
  })
})
