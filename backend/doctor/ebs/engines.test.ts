import { describe, expect, it } from '@jest/globals'
import { playedOracle } from '../../../tests/support/engines/oracle.ts'
import { parse } from '../../../tests/support/engines/parse.ts'
import { playedSqlServer } from '../../../tests/support/engines/sqlServer.ts'
import type { Answering } from '../../../tests/support/engines/told.ts'
import type { Mapping } from '../../ebs/mapping/index.ts'
import { testMapping } from '../../ebs/mapping/testing.ts'
import { said, testSettings } from '../testing.ts'
import { tryWrite } from '../write/tryWrite.ts'
import { judgeLevel } from './connection.ts'
import { examineEbs } from './examine.ts'
import { neededColumns } from './needs.ts'
import { splitCall } from './newCodes.ts'
import { tableName } from './site.ts'

/**
 * The whole doctor before an Oracle and a SQL Server whose wire is played: everything that it asks
 * goes through the real drivers, and is read by a parser of the dialect.
 */
const played = { mssql: playedSqlServer, oracledb: playedOracle }
const usual = { text: 'varchar', number: 'decimal', day: 'date', time: 'date' }

/** An ebs that has what the mapping names, and lets the account do everything. */
const ebsOf =
  (mapping: Mapping, ofTables: readonly string[] = ['DELETE', 'LOCK']): Answering =>
  ({ sql: text }) => {
    const columns = neededColumns(mapping).map(({ table, column, kind }) => ({
      ...tableName(mapping, table),
      column: mapping.column(table, column),
      type: usual[kind ?? 'text'],
    }))
    const more = { length: null, bytes: 'N', digits: null, scale: null, nullable: 'Y', filled: 'N' }
    if (/ as .version./.test(text)) {
      return { rows: [{ database: 'EBS', account: 'LINK', version: '1', level: '150' }] }
    }
    if (/ as .nullable./.test(text)) return { rows: columns.map((one) => ({ ...one, ...more })) }
    if (/ as .privilege./.test(text)) {
      const privileges = ['SELECT', 'INSERT', 'UPDATE']
      return {
        rows: columns.flatMap(({ owner, table, column }) => [
          ...privileges.map((privilege) => ({ owner, table, column, privilege })),
          ...ofTables.map((privilege) => ({ owner, table, column: null, privilege })),
        ]),
      }
    }
    if (/ as .allowed./.test(text)) return { rows: [{ last: null, allowed: 'Y' }] }
    if (/ as .kind./.test(text)) {
      const child = { owner: 'FES', table: 'CHILDREN', column: 'CODE' }
      return {
        rows: [
          { kind: 'referring', name: 'FK', detail: null, ...child },
          { kind: 'trigger', name: 'AUDIT_IT', detail: 'after', ...child, column: null },
        ],
      }
    }
    if (/ as .code., count/.test(text)) return { rows: [{ code: 'PLR', records: 1 }] }
    if (/ as .records., /.test(text)) return { rows: [{ records: 7, f0: 7, d0: 1 }] }
    if (/ as .records. /.test(text)) return { rows: [{ records: 0 }] }
    if (/ as .highest. /.test(text)) return { rows: [{ highest: '9' }] }
    if (/ as .learners./.test(text)) return { rows: [{ learners: 5, withUln: 4 }] }
    return {}
  }

describe.each(['mssql', 'oracledb'] as const)('the doctor on %s', (client) => {
  const mapping = testMapping(client, {
    institutionContext: { value: 3 },
    attainments: { code: { procedure: 'FES.NEXT_CODE' } },
  })

  it('asks in words of the dialect, reads only, and names nobody’s data', async () => {
    const { database, told } = played[client](ebsOf(mapping))
    const settings = testSettings('', { EBS_CLIENT: client })
    const { sections } = await examineEbs({ database, mapping }, settings, ['SCI'])
    await database.close()
    expect(said(sections, 'problem', 'warning').join('\n')).not.toMatch(/looked at/)
    const triggers = sections
      .flatMap(({ findings }) => findings)
      .find(({ what }) => / has triggers: 1$/.test(what))
    expect(/once for all records/.test(triggers?.detail ?? '')).toBe(client === 'mssql')
    const asked = told.map(({ sql }) => sql).filter((text) => text !== 'commit')
    expect(asked.length).toBeGreaterThan(15)
    for (const text of asked) {
      expect(text).toMatch(/^(select|with) /)
      expect(parse(client, text)).toBe(1)
    }
  })

  it('tries a write by the statements of an Update, and rolls it back', async () => {
    const { database, told } = played[client](({ sql: text, rows }) => ({
      rows: / max\(/.test(text) ? [{ code: '42' }] : [{ code: '7', changed: 1 }],
      ...(/ := /.test(text) ? { back: rows.map(() => ['7']) } : {}),
    }))
    const findings = await tryWrite(database, mapping, 'LINK')
    await database.close()
    expect(findings).toEqual([expect.objectContaining({ level: 'ok' })])
    const texts = told.map(({ sql }) => sql)
    const written = texts.findIndex((text) => text.startsWith('insert'))
    const undone = texts.findIndex((text) => /^rollback( transaction)?$/.test(text))
    expect(written).toBeGreaterThan(0)
    expect(texts.slice(written, undone)).not.toContain('commit')
    expect(undone).toBeGreaterThan(written)
  })
})

describe('the catalogue of SQL Server', () => {
  const mapping = testMapping('mssql')
  const columnsAs = async (change: (column: string) => object) => {
    const answer = ebsOf(mapping)
    const { database } = played.mssql((asked, at) => {
      const given = answer(asked, at)
      if (!/ as .nullable./.test(asked.sql)) return given
      const rows = given.rows ?? []
      return { rows: rows.map((row) => ({ ...row, ...change(String(row['column'])) })) }
    })
    const settings = testSettings('', { EBS_CLIENT: 'mssql' })
    const { sections } = await examineEbs({ database, mapping }, settings, [])
    await database.close()
    return said(sections, 'problem', 'warning', 'note')
  }

  it('may spell a column otherwise than the mapping', async () => {
    const found = await columnsAs((column) => ({
      column: column.toLowerCase(),
      nullable: column === 'DESCRIPTION' ? 'N' : 'Y',
    }))
    const missed = found.filter((what) => /must be filled|our mapping does not/.test(what))
    expect(missed).toEqual([])
  })

  it('shows keys of a type that values would have to be of for their index to be used', async () => {
    const found = await columnsAs((column) => (column === 'PERSON_CODE' ? { type: 'int' } : {}))
    expect(found.filter((what) => what.includes('as a decimal'))).toEqual([
      'note: dbo.PEOPLE.PERSON_CODE is int, and is compared as a decimal',
      'note: dbo.PEOPLE_UNITS.PERSON_CODE is int, and is compared as a decimal',
    ])
  })
})

it('READ of Oracle, by which no row can be locked, is not taken for enough to write', async () => {
  const mapping = testMapping('oracledb')
  const problems = async (privileges: readonly string[]) => {
    const { database } = played.oracledb(ebsOf(mapping, privileges))
    const settings = testSettings('', { EBS_CLIENT: 'oracledb' })
    const { sections } = await examineEbs({ database, mapping }, settings, [])
    await database.close()
    return said(sections, 'problem')
  }
  const found = 'problem: EBS_WRITE is on, and the account may not write to FES.ATTAINMENTS'
  expect(await problems(['DELETE'])).toContain(found)
  expect(await problems(['DELETE', 'LOCK'])).not.toContain(found)
})

it('a write of which a trigger of SQL Server ends the whole transaction is told as that', async () => {
  const mapping = testMapping('mssql', { attainments: { code: { generated: true } } })
  const { database } = played.mssql(({ sql: text }) =>
    text.startsWith('delete')
      ? { errors: [50000, 3609], endsTransaction: true }
      : { rows: / max\(/.test(text) ? [{ code: '42' }] : [{ code: '7', changed: 1 }] },
  )
  const findings = await tryWrite(database, mapping, 'LINK')
  await database.close()
  expect(findings).toEqual([
    expect.objectContaining({
      level: 'problem',
      what: 'A write was tried and failed at deleting; nothing was kept',
      detail: expect.stringContaining('a trigger that rolls back'),
    }),
  ])
})

describe('what an engine may lack', () => {
  it('is a compatibility level of SQL Server that knows OPENJSON', () => {
    const server = { database: 'EBS', account: 'LINK', version: '15' }
    expect(judgeLevel({ ...server, level: 130 })).toEqual([])
    expect(judgeLevel(server)).toEqual([])
    expect(judgeLevel({ ...server, level: 120 })).toEqual([
      expect.objectContaining({ level: 'problem', what: expect.stringContaining('120') }),
    ])
  })

  it('is looked for where a function of a package is', () => {
    expect(splitCall('oracledb', 'FES.PLR.NEXT_CODE')).toEqual({
      owner: 'FES',
      table: 'PLR.NEXT_CODE',
    })
    expect(splitCall('oracledb', 'FES.NEXT_CODE')).toEqual({ owner: 'FES', table: 'NEXT_CODE' })
    expect(splitCall('mssql', 'ebs.dbo.NEXT_CODE')).toEqual({ owner: 'dbo', table: 'NEXT_CODE' })
  })
})
