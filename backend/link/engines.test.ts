import { afterEach, describe, expect, it } from '@jest/globals'
import { facts } from '../../tests/support/compareSamples.ts'
import { playedOracle } from '../../tests/support/engines/oracle.ts'
import { parse } from '../../tests/support/engines/parse.ts'
import { playedSqlServer } from '../../tests/support/engines/sqlServer.ts'
import type { Answer, Answering, Told } from '../../tests/support/engines/told.ts'
import type { Database } from '../database/index.ts'
import { createAttainmentReader, createAttainmentWriter } from '../ebs/attainments/index.ts'
import { testMapping } from '../ebs/mapping/testing.ts'
import type { Verdict } from '../plr/update/judge.ts'
import type { LearnerWork } from '../plr/update/ports.ts'
import {
  createLearnerWriter,
  createRuns,
  createSavedConditions,
  createTrail,
  createUndo,
  openLink,
  purgeLink,
} from './index.ts'
import type { Link } from './index.ts'

/**
 * The link's own tables before an Oracle and a SQL Server whose wire is played: whole updates and
 * undos go through the real drivers. What they mean is proved on PostgreSQL (tests/update).
 */
type Engine = 'mssql' | 'oracledb'
const engines = ['mssql', 'oracledb'] as const
const played = { mssql: playedSqlServer, oracledb: playedOracle }
const noSuchTable = { mssql: 208, oracledb: 942 }
const schemaTable = /schema_version/

const image = {
  run_id: 'r1',
  person: '42',
  attainment_code: '7',
  kind: 'update',
  row_key: 'k',
  event_key: 'NPD:70001',
  link_before: null,
  values_before: '{"GRADE":"4"}',
  digest_after: '-',
  stamp_after: '-',
}

/** An engine that has what it is asked for: empty link tables, one run, one record. */
const usual: Answering = ({ sql: text, rows }) => {
  const of = (...found: object[]): Answer => ({ rows: found as Answer['rows'] & object })
  if (/ as .name.( from dual)?$/.test(text)) return of({ name: 'EBS' })
  if (/ from \S+database_identities/.test(text)) return of({ database_id: 1, identity: 'here' })
  if (/^select .epoch. /.test(text)) return of({ epoch: 1 })
  if (/@@rowcount as changed/.test(text)) return of({ changed: 1 })
  if (/@@rowcount$/.test(text)) return of({ '': 1 })
  if (/nextval|next value/.test(text)) return of({ code: '41' })
  if (/ as .changed_by/.test(text))
    return of({ code: '7', person: '42' }, { code: '41', person: '42' })
  if (/ as .state. /.test(text)) return of()
  if (/ as .old. /.test(text)) return of({ run_id: 'r1', finished_at: null, undone: null, old: 0 })
  if (/^select .run_id., .*.values_before. /.test(text)) return of(image)
  if (/^select distinct .*undo_images/.test(text)) return of({ person: '42' })
  if (/ as .last_at. /.test(text)) return of({ entry_key: 'e' })
  if (/ as .started.,/.test(text)) {
    return of({
      run_id: 'r1',
      entry_key: 'e',
      started: '2026-07-01 10:00:00',
      finished: null,
      undone: null,
    })
  }
  return rows.length > 1 ? { changed: rows.map(() => 1) } : {}
}

let opened: Database | undefined
afterEach(() => opened?.close())

async function linkOn(client: Engine, answer: Answering = usual) {
  let versions = 0
  const { database, told } = played[client]((one, at) => {
    if (!schemaTable.test(one.sql) || !/^select max/.test(one.sql)) return answer(one, at)
    versions += 1
    return versions === 1 ? { errors: [noSuchTable[client]] } : { rows: [{ version: 1 }] }
  })
  opened = database
  const opening = await openLink({
    database,
    schema: 'plr_link',
    migrate: 'auto',
    environmentName: 'train',
  })
  if (opening.kind !== 'open') throw new Error(opening.kind)
  return { link: opening.link, told }
}

function writerOn(link: Link, verdicts: readonly Verdict[]) {
  const { dialect } = link.database
  const mapping = testMapping(dialect.client, { attainments: { code: { sequence: 'FES.SEQ' } } })
  const parts = {
    link,
    reader: createAttainmentReader(mapping, dialect),
    writer: createAttainmentWriter(mapping, dialect),
    trail: createTrail(link, 'k'.repeat(32)),
    judge: () => verdicts,
  }
  return {
    mapping,
    writer: createLearnerWriter(parts),
    undo: createUndo({ ...parts, undoDays: 30 }),
  }
}

const verdict = (act: Verdict['act']): Verdict => ({
  act,
  reason: null,
  changes: [],
  likelySame: null,
  link: null,
})
const values = { GRADE: '5', DESCRIPTION: 'x', ATYPE_ATTAINMENT_TYPE_CODE: 'PLR' }
const change = verdict({
  kind: 'update',
  attainmentCode: '7',
  before: values,
  set: { GRADE: '6' },
})
const addition = verdict({ kind: 'insert', set: values })
const learner = (rows: number): LearnerWork =>
  ({
    personCode: '42',
    asked: Array.from({ length: rows }, (_, at) => ({
      rowKey: `k${at}`,
      rowDigest: `d${at}`,
      decision: null,
      content: { personCode: '42', facts: facts({ id: String(at) }) },
    })),
  }) as unknown as LearnerWork
const run = { id: 'r1', epoch: 1 }
const never = new AbortController().signal
const person = { subject: 'p', name: 'P' }
const writingFor = { person, ebsUser: 'ADA' }

const isTransaction = (text: string) => /^(begin|commit|rollback) transaction$|^commit$/.test(text)
const statements = (told: readonly Told[]) =>
  told.map(({ sql }) => sql).filter((text) => !isTransaction(text) && text !== 'rollback')

describe.each(engines)('the link on %s', (client) => {
  it('speaks the dialect, whatever it does', async () => {
    const { link, told } = await linkOn(client)
    const { mapping, writer, undo } = writerOn(link, [change, addition])
    const runs = createRuns(link)
    const claim = { person, idempotencyKey: 'i', requestDigest: 'd', batch: null }
    expect((await runs.claim(claim)).kind).toBe('ours')
    expect((await runs.claim({ ...claim, batch: 'b' })).kind).toBe('ours')
    expect(await runs.renew(run)).toBe(true)
    await writer.prepare(['42', '43'])
    const written = await writer.write(run, [learner(2)], writingFor, 'together', never)
    expect(written).toMatchObject({
      kind: 'written',
      rows: [{ outcome: 'updated' }, { outcome: 'inserted' }],
    })
    await runs.record(run, [{ personCode: '0', rowDigest: 'z', outcome: 'failed', reason: 'r' }])
    await runs.finish(run)
    await runs.release(run)
    const { updates } = await runs.list(0, 10)
    expect(updates).toEqual([expect.objectContaining({ at: '2026-07-01T10:00:00.000Z' })])
    expect((await undo.undo('r1', writingFor)).kind).toBe('undone')
    const conditions = createSavedConditions(link)
    const owner = { ...person, role: 'Admin' as const, organisations: null }
    const condition = { combinator: 'and' as const, rules: [] }
    await conditions.save('c', { name: 'n', shared: false, condition }, owner as never)
    await conditions.list(owner as never)
    await purgeLink(link, mapping, { undoDays: 30, trailDays: 400 })

    const said = statements(told)
    expect(said.length).toBeGreaterThan(60)
    for (const text of said) expect(() => parse(client, text)).not.toThrow()
    for (const text of said) expect(text).not.toMatch(/on conflict|limit \d|returning \*/)
  })

  it('locks, writes and checks its lease in one transaction, in as many round trips for 40 rows as for 4', async () => {
    const trips: number[] = []
    for (const rows of [4, 40]) {
      const { link, told } = await linkOn(client, (one, at) =>
        /@@rowcount as changed/.test(one.sql)
          ? { rows: [{ changed: rows / 2 }] }
          : /nextval|next value/.test(one.sql)
            ? { rows: Array.from({ length: rows / 2 }, (_, n) => ({ code: String(41 + n) })) }
            : usual(one, at),
      )
      const judged = Array.from({ length: rows }, (_, at) => (at % 2 ? change : addition))
      const before = told.length
      const { writer } = writerOn(link, judged)
      await writer.write(run, [learner(rows)], writingFor, 'together', never)
      const said = told.slice(before).map(({ sql }) => sql)
      const locked = said.findIndex((text) => /learner_locks/.test(text))
      const checked = said.findIndex((text) => /^select .epoch/.test(text))
      expect(said.slice(locked, checked).filter(isTransaction)).toEqual([])
      expect(said.slice(checked + 1).every(isTransaction)).toBe(true)
      trips.push(said.length)
      await link.database.close()
    }
    expect(trips[0]).toBe(trips[1])
  })

  it('a record that ebs refuses fails alone, and what it was refused with is not committed', async () => {
    let updates = 0
    const tooLong = { mssql: 2628, oracledb: 12899 }[client]
    const { link, told } = await linkOn(client, (one, at) => {
      if (!/^update .*ATTAINMENTS/.test(one.sql)) return usual(one, at)
      updates += 1
      return updates === 1 ? { errors: [tooLong] } : usual(one, at)
    })
    const before = told.length
    const { writer } = writerOn(link, [change, change])
    const result = await writer.write(run, [learner(2)], writingFor, 'apart', never)
    expect(result).toMatchObject({
      kind: 'written',
      rows: [
        { outcome: 'failed', reason: expect.stringContaining('refuses') },
        { outcome: 'updated' },
      ],
    })
    const said = told.slice(before).map(({ sql }) => sql)
    const checked = said.findIndex((text) => /^select .epoch/.test(text))
    expect(said.slice(0, checked)).not.toContain('commit')
    expect(said.some((text) => /^rollback (to savepoint|transaction) .plr1/.test(text))).toBe(true)
  })

  it.each([
    ['a row that ebs holds', { mssql: 1222, oracledb: 30006 }, 'busy'],
    ['a deadlock', { mssql: 1205, oracledb: 60 }, 'again'],
    ['a trigger’s no', { mssql: 50001, oracledb: 20001 }, 'refused'],
  ] as const)('%s undoes all of it', async (_, numbers, fault) => {
    const { link, told } = await linkOn(client, (one, at) =>
      /^update .*ATTAINMENTS/.test(one.sql) || / 1 from .*ATTAINMENTS/.test(one.sql)
        ? { errors: [numbers[client]] }
        : usual(one, at),
    )
    const before = told.length
    const { writer } = writerOn(link, [change])
    const result = await writer.write(run, [learner(1)], writingFor, 'together', never)
    expect(result).toEqual({ kind: 'undone', fault })
    const said = told.slice(before).map(({ sql }) => sql)
    expect(said.find((text) => isTransaction(text) || text === 'rollback')).toMatch(
      client === 'mssql' ? 'begin transaction' : 'rollback',
    )
    expect(said).not.toContain('commit transaction')
  })
})

it('a trigger of SQL Server that rolls back ends the learner, and nothing is written after it', async () => {
  const { link, told } = await linkOn('mssql', (one, at) =>
    /^update .*ATTAINMENTS/.test(one.sql)
      ? { errors: [50001, 3609], endsTransaction: true }
      : usual(one, at),
  )
  const { writer } = writerOn(link, [change, addition])
  const result = await writer.write(run, [learner(2)], writingFor, 'apart', never)
  expect(result).toEqual({ kind: 'undone', fault: 'refused' })
  const said = statements(told)
  const refused = said.findIndex((text) => /^update .*ATTAINMENTS/.test(text))
  expect(said.slice(refused + 1)).toEqual(['rollback transaction [plr1]'])
})

it('a start of Oracle’s goes on where another was broken off, since each CREATE stands by itself', async () => {
  const { link, told } = await linkOn('oracledb', (one, at) =>
    /^create table \S+schema_version/.test(one.sql) ? { errors: [955] } : usual(one, at),
  )
  expect(link.identity).toBe('here')
  expect(statements(told).filter((text) => text.startsWith('create table')).length).toBe(9)
  expect(statements(told).join('\n')).toMatch(/"reason" varchar2\(1000 char\)/)
})

it('SQL Server goes straight to the learners that it locks', async () => {
  const { link, told } = await linkOn('mssql')
  await writerOn(link, [change]).writer.write(run, [learner(1)], writingFor, 'together', never)
  expect(statements(told)).toContain(
    'select [person_code] from [plr_link].[learner_locks] with (updlock, holdlock, rowlock, forceseek) where [database_id] = @p0 and [person_code] in (cast(@p1 as bigint)) order by [person_code]',
  )
})
