import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import knexFactory from 'knex'
import { dialectOf, openDatabase, type Database } from '../../backend/database/index.ts'
import { testMapping } from '../../backend/ebs/mapping/testing.ts'
import { missingStatements } from '../../backend/link/migrate.ts'
import { openLink } from '../../backend/link/openLink.ts'
import { purgeLink } from '../../backend/link/purge.ts'
import { linkTables } from '../../backend/link/tables.ts'
import { testDatabase, type TestDatabase } from '../../sandbox/ebs/index.ts'

let server: TestDatabase
let database: Database
beforeAll(async () => {
  server = await testDatabase()
  database = openDatabase({ client: 'pg', connection: { connectionString: server.url } })
}, 60_000)
afterAll(async () => {
  await database.close()
  await server.close()
})
const open = (migrate: 'check' | 'auto', environmentName = 'live') =>
  openLink({ database, schema: 'plr_link', migrate, environmentName })

describe('the link’s own tables', () => {
  it('are told to a DBA statement by statement, who can run them as they are', async () => {
    const checked = await open('check')
    if (checked.kind !== 'missing') throw new Error(checked.kind)
    expect(checked.statements[0]).toBe('create schema if not exists "plr_link"')
    for (const statement of checked.statements) await database.knex.raw(statement)
    expect((await open('check')).kind).toBe('open')
  })

  it('know which database and environment they belong to', async () => {
    const [live, train, again] = [
      await open('auto'),
      await open('auto', 'train'),
      await open('auto'),
    ]
    if (live.kind !== 'open' || train.kind !== 'open' || again.kind !== 'open') throw new Error()
    expect(train.link.identity).not.toBe(live.link.identity)
    expect(train.link.databaseId).not.toBe(live.link.databaseId)
    expect(again.link.identity).toBe(live.link.identity)
  })

  it('are made once when several replicas start at the same moment', async () => {
    const at = (schema: string) =>
      openLink({ database, schema, migrate: 'auto', environmentName: 'live' })
    const opened = await Promise.all([1, 2, 3].map(() => at('plr_twice')))
    expect(opened.map((one) => one.kind)).toEqual(['open', 'open', 'open'])
    expect(new Set(opened.map((one) => one.kind === 'open' && one.link.identity)).size).toBe(1)
  })

  it('are refused when a newer program made them', async () => {
    await database.knex.raw('insert into plr_link.schema_version values (99, now())')
    expect(await open('auto')).toEqual({ kind: 'newer', found: 99, known: 1 })
    await database.knex.raw('delete from plr_link.schema_version where version = 99')
  })

  it('lose what is no longer kept', async () => {
    const opened = await open('auto')
    if (opened.kind !== 'open') throw new Error(opened.kind)
    const trail = (days: number) =>
      database.knex.raw(
        `insert into plr_link.trail (entry_id, database_id, happened_at, person, person_name, what, detail) values ('${days}', ${opened.link.databaseId}, (now() at time zone 'utc') - interval '${days} d', 'p', 'P', 'export', 'd')`,
      )
    await trail(1)
    await trail(11)
    await purgeLink(opened.link, testMapping('pg'), { undoDays: 5, trailDays: 10 })
    expect(await database.knex('plr_link.trail').pluck('entry_id')).toEqual(['1'])
  })

  it('keep no undo image of a run that is no longer kept, however long images may be', async () => {
    const opened = await open('auto')
    if (opened.kind !== 'open') throw new Error(opened.kind)
    const started = "(now() at time zone 'utc') - interval '11 d'"
    await database.knex.raw(
      `insert into plr_link.runs (run_id, database_id, person, person_name, run_key, request_digest, entry_key, epoch, started_at, inserted, updated, unchanged, skipped, failed) values ('old', ${opened.link.databaseId}, 'p', 'P', 'k', 'd', 'e', 1, ${started}, 1, 0, 0, 0, 0)`,
    )
    await database.knex.raw(
      "insert into plr_link.undo_images (run_id, person_code, attainment_code, kind, row_key, event_key, digest_after, state) values ('old', 1, '1', 'insert', 'r', 'e', 'd', 'open')",
    )
    await purgeLink(opened.link, testMapping('pg'), { undoDays: 30, trailDays: 10 })
    expect(await database.knex('plr_link.runs')).toEqual([])
    expect(await database.knex('plr_link.undo_images')).toEqual([])
  })
})

it.each(['mssql', 'oracledb'] as const)('the statements for %s', (client) => {
  const knex = knexFactory({ client, ...(client === 'oracledb' ? { version: '19' } : {}) })
  const dialect = dialectOf(client)
  const statements = missingStatements({ knex, dialect }, linkTables({ dialect }, 'plr_link'))
  expect(statements.join(';\n')).toMatchSnapshot()
})
