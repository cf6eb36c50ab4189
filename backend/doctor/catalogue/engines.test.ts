import { describe, expect, it } from '@jest/globals'
import knexFactory from 'knex'
import { parse } from '../../../tests/support/engines/parse.ts'
import { openDatabase, toRaw } from '../../database/index.ts'
import type { DatabaseClient, Sql } from '../../database/index.ts'
import { missingStatements } from '../../link/migrate.ts'
import { linkTables } from '../../link/tables.ts'
import { testMapping } from '../../ebs/mapping/testing.ts'
import { ebsGrants } from '../statements/grants.ts'
import { linkScripts } from '../statements/link.ts'
import { renderScripts } from '../statements/render.ts'
import { catalogues } from './read.ts'

/**
 * Oracle and SQL Server cannot run here: what they are asked, and what a DBA is given for them, is
 * kept as a snapshot that every change shows in. PostgreSQL's runs in examine.integration.test.ts.
 */
const given = [
  { owner: 'FES', table: 'PEOPLE' },
  { owner: 'FES', table: 'ATTAINMENTS' },
]
const [, attainments = { owner: '', table: '' }] = given
const engines = ['mssql', 'oracledb'] as const

function native(client: DatabaseClient, statement: Sql) {
  return toRaw(knexFactory({ client }), statement).toSQL().toNative()
}

function statementsOf(client: DatabaseClient): Readonly<Record<string, Sql>> {
  const catalogue = catalogues[client]
  return {
    server: catalogue.server,
    columns: catalogue.columns(given),
    privileges: catalogue.privileges(given),
    indexes: catalogue.indexes(given),
    textIndexes: catalogue.textIndexes(given),
    rules: catalogue.rules(attainments),
    sequence: catalogue.sequence({ owner: 'FES', table: 'ATTAINMENT_SEQ' }),
    procedure: catalogue.procedure({ owner: 'FES', table: 'NEXT_CODE' }),
  }
}

describe.each(engines)('the catalogue of %s', (client) => {
  it.each(Object.entries(statementsOf(client)))('is asked for %s as looked at', (_, statement) => {
    const { sql } = native(client, statement)
    expect(sql.replace(/ (from|where|union|join|cross join|order by) /g, '\n$1 ')).toMatchSnapshot()
  })

  it.each(Object.entries(statementsOf(client)))(
    'is asked for %s in words of its dialect',
    (_, statement) => {
      expect(parse(client, native(client, statement).sql)).toBe(1)
    },
  )

  it('binds every name of the site', () => {
    for (const statement of Object.values(statementsOf(client))) {
      expect(native(client, statement).sql).not.toMatch(/'(FES|PEOPLE|ATTAINMENTS?)/)
    }
  })

  it('is read alone', () => {
    for (const { text } of Object.values(statementsOf(client))) {
      expect(text).toMatch(/^select /)
      expect(text).not.toMatch(/\b(insert into|update \w+ set|delete from|create|alter|drop)\b/i)
    }
  })
})

/** What makes an engine keep an index and not use it, so that a search that needs it is slow. */
const unused = {
  mssql: [/i\.is_disabled = 0/, /i\.is_hypothetical = 0/, /i\.has_filter = 0/],
  oracledb: [
    /i\.status <> 'UNUSABLE'/,
    /i\.visibility = 'VISIBLE'/,
    /i\.index_type not like '%DOMAIN'/,
  ],
}

it.each(engines)('%s leaves out the indexes that no search is served by', (client) => {
  for (const ask of [catalogues[client].indexes, catalogues[client].textIndexes]) {
    const { sql } = native(client, ask(given))
    for (const test of unused[client]) expect(sql).toMatch(test)
  }
  if (client === 'oracledb') {
    // The function of an index may have been replaced since.
    const { sql } = native(client, catalogues[client].textIndexes(given))
    expect(sql).toMatch(/i\.funcidx_status = 'ENABLED'/)
  }
})

describe.each(engines)('the statements for a DBA of %s', (client) => {
  const code = client === 'mssql' ? { procedure: 'dbo.NEXT_CODE' } : { sequence: 'FES.CODES' }
  const mapping = testMapping(client, { attainments: { code } })
  const database = openDatabase({ client, connection: {} })
  const scripts = [
    ...linkScripts(
      database,
      'plr_link',
      missingStatements(database, linkTables(database, 'plr_link')),
      'LINK',
    ),
    ...ebsGrants(mapping, 'LINK'),
  ]

  it('are those that were looked at', () => {
    const stamped = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S*/g
    expect(renderScripts(scripts, ['for the test']).replace(stamped, 'NOW')).toMatchSnapshot()
  })

  it('are in words of its dialect', () => {
    // Users, and what PostgreSQL has no word for, are no part of the parser's dialects.
    for (const statement of scripts.flatMap((script) => script.statements)) {
      if (!/^create user /.test(statement)) expect(parse(client, statement)).toBe(1)
    }
  })

  it('grant deleting in ebs on its own, and on ATTAINMENTS alone', () => {
    const ofEbs = ebsGrants(mapping, 'LINK')
    const deleting = ofEbs.filter(({ statements }) =>
      statements.some((statement) => /delete/.test(statement)),
    )
    expect(deleting.map(({ statements }) => statements)).toEqual([
      [expect.stringMatching(/^grant delete on \S+ATTAINMENTS. to /)],
    ])
  })
})
