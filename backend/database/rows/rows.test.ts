import { afterEach, describe, expect, it } from '@jest/globals'
import { parse } from '../../../tests/support/engines/parse.ts'
import { playedOracle } from '../../../tests/support/engines/oracle.ts'
import { playedSqlServer } from '../../../tests/support/engines/sqlServer.ts'
import { sqlOf } from '../../../tests/support/engines/told.ts'
import type { Answering } from '../../../tests/support/engines/told.ts'
import { insertReturning, insertRows, sql, updateRows } from '../index.ts'
import type { Changes, Database, Insertion } from '../index.ts'

const insertion = (rows: number): Insertion => ({
  table: ['FES.ATTAINMENTS'],
  columns: [
    { name: 'PERSON_CODE', kind: 'number' },
    { name: 'GRADE', kind: 'text' },
    { name: 'DATE_AWARDED', kind: 'day' },
  ],
  same: [{ name: 'CREATED_BY', value: sql`${'ADA'}` }],
  rows: Array.from({ length: rows }, (_, at) => [at, at % 2 ? null : 'é*', '2022-08-25']),
})

const changes = (rows: number): Changes => ({
  table: ['FES.ATTAINMENTS'],
  key: { name: 'ATTAINMENT_CODE', kind: 'number' },
  columns: [
    { name: 'GRADE', kind: 'text' },
    { name: 'CREDITS', kind: 'number' },
    { name: 'DATE_AWARDED', kind: 'day' },
  ],
  seen: [{ name: 'PERSON_CODE', kind: 'number' }],
  same: [{ name: 'UPDATED_BY', value: sql`${'ADA'}` }],
  rows: Array.from({ length: rows }, (_, at) => ({
    key: String(at),
    seen: ['42'],
    from: ['B', null, '2022-08-25'],
    to: ['A', 7.5, at % 2 ? null : '2022-08-25'],
  })),
})

let opened: Database | undefined
afterEach(async () => opened?.close())

function oracle(answer?: Answering) {
  const played = playedOracle(answer)
  opened = played.database
  return played
}
function sqlServer(answer?: Answering) {
  const played = playedSqlServer(answer)
  opened = played.database
  return played
}
const insideOf = ({ told }: Pick<ReturnType<typeof oracle>, 'told'>) =>
  told.filter(({ sql: text }) => !/^(begin|commit|rollback)/.test(text) || / into /.test(text))

describe('on Oracle', () => {
  it('inserts as one statement, 1000 rows a round trip, committed once at the end', async () => {
    const { database, told } = oracle()
    await database.transaction((on) => insertRows(on, database.dialect, insertion(2500)))
    const text =
      'insert into "FES"."ATTAINMENTS" ("PERSON_CODE", "GRADE", "DATE_AWARDED", "CREATED_BY") values (to_number(:1), :2, to_date(:3, \'YYYY-MM-DD\'), :4)'
    expect(sqlOf(told).filter((one) => one !== 'commit')).toEqual([text, text, text])
    expect(told.slice(0, 3).map(({ rows }) => rows.length)).toEqual([1000, 1000, 500])
    expect(told[0]?.rows.slice(0, 2)).toEqual([
      ['0', 'é*', '2022-08-25', 'ADA'],
      ['1', null, '2022-08-25', 'ADA'],
    ])
    expect(sqlOf(told).indexOf('commit')).toBe(3)
    expect(parse('oracledb', text)).toBe(1)
  })

  it('updates as one statement, and counts the rows that were still as they were seen', async () => {
    const { database, told } = oracle(({ sql: text }) =>
      text.startsWith('update') ? { changed: [1, 0, 1] } : {},
    )
    const changed = await database.transaction((on) => updateRows(on, database.dialect, changes(3)))
    expect(changed).toBe(2)
    const [lock, update] = told
    expect(lock?.sql).toBe(
      'select 1 from "FES"."ATTAINMENTS" where "ATTAINMENT_CODE" in (to_number(:1), to_number(:2), to_number(:3)) for update wait 2',
    )
    expect(update?.sql).toMatchInlineSnapshot(
      `"update "FES"."ATTAINMENTS" set "GRADE" = :1, "CREDITS" = to_number(:2), "DATE_AWARDED" = to_date(:3, 'YYYY-MM-DD'), "UPDATED_BY" = :4 where "ATTAINMENT_CODE" = to_number(:5) and (decode("GRADE", :6, 1, 0) = 1 and decode("CREDITS", to_number(:7), 1, 0) = 1 and decode(to_char("DATE_AWARDED", 'YYYY-MM-DD'), :8, 1, 0) = 1 and decode("PERSON_CODE", to_number(:9), 1, 0) = 1)"`,
    )
    expect(update?.rows[1]).toEqual([
      ...['A', '7.5', null, 'ADA', '1'],
      ...['B', null, '2022-08-25', '42'],
    ])
    expect(parse('oracledb', update?.sql ?? '')).toBe(1)
  })

  it('does not take two rows changed for one key for two keys', async () => {
    const { database } = oracle(({ sql: text }) =>
      text.startsWith('update') ? { changed: [2, 0] } : {},
    )
    const changed = await database.transaction((on) => updateRows(on, database.dialect, changes(2)))
    expect(changed).toBe(0)
  })

  it('reads the codes back that a trigger makes', async () => {
    const { database, told } = oracle(() => ({ back: [[['71']], [['72']]] }))
    const codes = await database.transaction((on) =>
      insertReturning(on, database.dialect, insertion(2), 'ATTAINMENT_CODE'),
    )
    expect(codes).toEqual(['71', '72'])
    expect(told[0]?.sql).toMatch(/ returning to_char\("ATTAINMENT_CODE"\) into :5$/)
    expect(told[0]?.rows[0]).toEqual(['0', 'é*', '2022-08-25', 'ADA'])
    expect(parse('oracledb', told[0]?.sql ?? '')).toBe(1)
  })
})

describe('on SQL Server', () => {
  it('inserts any number of rows in one statement of one value a table', async () => {
    const { database, told } = sqlServer()
    await database.transaction((on) => insertRows(on, database.dialect, insertion(2500)))
    const [insert, ...others] = insideOf({ told })
    expect(others).toEqual([])
    expect(insert?.sql).toMatchInlineSnapshot(
      `"insert into [FES].[ATTAINMENTS] ([PERSON_CODE], [GRADE], [DATE_AWARDED], [CREATED_BY]) select [given].[c0], [given].[c1], [given].[c2], @p0 from openjson(@p1) with ([c0] decimal(22, 4) '$[0]', [c1] nvarchar(max) '$[1]', [c2] date '$[2]') as given"`,
    )
    expect(insert?.rows[0]?.[0]).toBe('ADA')
    const json: unknown[] = JSON.parse(String(insert?.rows[0]?.[1]))
    expect(json).toHaveLength(2500)
    expect(json.slice(0, 2)).toEqual([
      ['0', 'é*', '2022-08-25'],
      ['1', null, '2022-08-25'],
    ])
    expect(parse('mssql', insert?.sql ?? '')).toBe(1)
  })

  it('updates any number of rows in one statement, and counts them', async () => {
    const { database, told } = sqlServer(() => ({ rows: [{ of: 'a trigger' }, { changed: 2 }] }))
    const changed = await database.transaction((on) => updateRows(on, database.dialect, changes(3)))
    expect(changed).toBe(2)
    const [update] = insideOf({ told })
    expect(update?.sql).toMatchInlineSnapshot(
      `"update held set [GRADE] = [given].[t0], [CREDITS] = [given].[t1], [DATE_AWARDED] = [given].[t2], [UPDATED_BY] = @p0 from [FES].[ATTAINMENTS] as held inner join openjson(@p1) with ([k] decimal(18, 0) '$[0]', [f0] nvarchar(max) '$[1]', [f1] decimal(22, 4) '$[2]', [f2] date '$[3]', [f3] decimal(22, 4) '$[4]', [t0] nvarchar(max) '$[5]', [t1] decimal(22, 4) '$[6]', [t2] date '$[7]') as given on [held].[ATTAINMENT_CODE] = [given].[k] where exists (select nullif(cast([held].[GRADE] as nvarchar(max)), '') collate Latin1_General_100_BIN2, [held].[CREDITS], cast([held].[DATE_AWARDED] as date), [held].[PERSON_CODE] intersect select nullif(cast([given].[f0] as nvarchar(max)), '') collate Latin1_General_100_BIN2, [given].[f1], cast([given].[f2] as date), [given].[f3]); select @@rowcount as changed"`,
    )
    expect(JSON.parse(String(update?.rows[0]?.[1]))[1]).toEqual([
      ...['1', 'B', null, '2022-08-25', '42'],
      ...['A', '7.5', null],
    ])
    expect(parse('mssql', update?.sql ?? '')).toBe(2)
  })

  it('reads the codes back that an identity makes, in the order of the rows', async () => {
    const { database, told } = sqlServer(() => ({ rows: [{ code: '71' }, { code: '72' }] }))
    const codes = await database.transaction((on) =>
      insertReturning(on, database.dialect, insertion(2), 'ATTAINMENT_CODE'),
    )
    expect(codes).toEqual(['71', '72'])
    const [insert] = insideOf({ told })
    expect(insert?.sql).toMatchInlineSnapshot(
      `"declare @made table (n int, code varchar(40)); merge into [FES].[ATTAINMENTS] as held using openjson(@p0) with ([n] decimal(18, 0) '$[0]', [c0] decimal(22, 4) '$[1]', [c1] nvarchar(max) '$[2]', [c2] date '$[3]') as given on 1 = 0 when not matched then insert ([PERSON_CODE], [GRADE], [DATE_AWARDED], [CREATED_BY]) values ([given].[c0], [given].[c1], [given].[c2], @p1) output [given].[n], cast([inserted].[ATTAINMENT_CODE] as varchar(20)) into @made; select code as [code] from @made order by n"`,
    )
    expect(parse('mssql', insert?.sql ?? '')).toBe(3)
  })

  it('fails when a code is missing', async () => {
    const { database } = sqlServer(() => ({ rows: [{ code: '71' }] }))
    await expect(
      database.transaction((on) =>
        insertReturning(on, database.dialect, insertion(2), 'ATTAINMENT_CODE'),
      ),
    ).rejects.toThrow('gave 1 codes for 2 new records')
  })
})
