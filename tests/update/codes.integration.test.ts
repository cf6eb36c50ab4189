import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { takeCodes } from '../../backend/ebs/attainments/newCodes.ts'
import type { AttainmentCodeRule } from '../../backend/ebs/mapping/index.ts'
import { testDatabase, type TestDatabase } from '../../sandbox/ebs/index.ts'
import { facts } from '../support/compareSamples.ts'
import { admin, doneOf, learnerRow, rowsOf, testCollege } from '../support/college.ts'
import type { TestCollege } from '../support/college.ts'

/** Every way of giving out attainment codes, while ebs itself inserts on connections of its own. */
const counter = {
  table: 'public.counters',
  column: 'last_value',
  where: { name: 'ATTAINMENT' },
}
const record = "atype_attainment_type_code, description) values ($1, 2, 'OWN', 'by ebs')"
const nextOf = (expression: string) => `insert into attainments select ${expression}, 2, 'OWN'`
const lockedCounter = "select last_value from counters where name = 'ATTAINMENT' for update"
const nextCounter =
  "update counters set last_value = last_value + 1 where name = 'ATTAINMENT' returning last_value"

interface Way {
  readonly rule: AttainmentCodeRule
  /** How ebs makes a record of its own at such a site. */
  readonly ebsInserts: (ebs: pg.Client) => Promise<unknown>
  /** Whether numbers that a transaction gave up are given out again. */
  readonly withoutGaps: boolean
}

const ways: Readonly<Record<string, Way>> = {
  'a sequence': {
    rule: { sequence: 'public.attainment_code_seq' },
    ebsInserts: (ebs) => ebs.query(nextOf("nextval('attainment_code_seq')")),
    withoutGaps: false,
  },
  'a default of the column': {
    rule: { generated: true },
    ebsInserts: (ebs) =>
      ebs.query(
        "insert into attainments (per_person_code, atype_attainment_type_code) values (2, 'OWN')",
      ),
    withoutGaps: false,
  },
  'a procedure of ebs': {
    rule: { procedure: 'public.next_attainment_code' },
    ebsInserts: (ebs) => ebs.query(nextOf('next_attainment_code()')),
    withoutGaps: true,
  },
  'a counter that ebs locks': {
    rule: { counter },
    async ebsInserts(ebs) {
      await ebs.query('begin')
      const { rows } = await ebs.query(lockedCounter)
      const code = Number(rows[0].last_value) + 1
      await ebs.query(`insert into attainments (attainment_code, per_person_code, ${record}`, [
        code,
      ])
      await ebs.query(nextCounter)
      await ebs.query('commit')
    },
    withoutGaps: true,
  },
}

let server: TestDatabase
let college: TestCollege | undefined
let key = 0
const clients: pg.Client[] = []

async function ebsClient(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  clients.push(client)
  return client
}

beforeAll(async () => {
  server = await testDatabase()
  const ebs = await ebsClient()
  await ebs.query(`
    create table counters (name varchar(30) primary key, last_value numeric(10) not null);
    create function next_attainment_code() returns numeric language sql as $$ ${nextCounter} $$;`)
  await ebs.end()
}, 60_000)
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.end()))
  await college?.database.close()
  college = undefined
})
afterAll(() => server.close())

const learners = Array.from({ length: 30 }, (_, at) => String(at + 10))
const events = Array.from({ length: 4 }, (_, at) =>
  facts({ id: String(70_000 + at), subject: `Subject ${at}`, subjectCode: `601/460${at}/4` }),
)

async function openCollege(rule: AttainmentCodeRule): Promise<TestCollege> {
  const opened = await testCollege({
    url: server.url,
    mapping: { attainments: { code: rule } },
    pace: { learnersAtOnce: 3, transactionsAtOnce: 4 },
  })
  college = opened
  await opened.rows(
    "truncate people, attainments, counters, plr_link.links, plr_link.undo_images cascade; insert into counters values ('ATTAINMENT', 5000), ('OTHER', 7)",
  )
  await opened.load({ people: ['2', ...learners].map((code) => learnerRow(code)) })
  return opened
}

async function rowKeysOf(from: TestCollege, people: readonly string[]): Promise<string[]> {
  const downloads = await Promise.all(people.map((code) => from.download(code, events)))
  return downloads.flat().map((row) => row.rowKey)
}

describe.each(Object.entries(ways))('codes by %s', (_, { rule, ebsInserts, withoutGaps }) => {
  it('are given once while ebs itself inserts all the time', async () => {
    const opened = await openCollege(rule)
    const halves = [learners.slice(0, 15), learners.slice(15)]
    const rowKeys = await Promise.all(halves.map((half) => rowKeysOf(opened, half)))
    let updating = true
    let byEbs = 0
    // The first record of ebs is there before the updates begin, the last comes after they end.
    const insertOn = async (ebs: pg.Client) => {
      while (updating) {
        await ebsInserts(ebs)
        byEbs += 1
      }
    }
    const others = await Promise.all([ebsClient(), ebsClient()])
    await ebsInserts(others[0]!)
    const inserting = Promise.all(others.map(insertOn))
    const updates = await Promise.all(
      rowKeys.map((keys, at) =>
        opened.update({ rowKeys: keys }, `k-${(key += 1)}`, { ...admin, subject: `admin-${at}` }),
      ),
    )
    updating = false
    await inserting
    await ebsInserts(others[0]!)

    expect(updates.map(doneOf)).toEqual([
      expect.objectContaining({ inserted: 60, failed: 0 }),
      expect.objectContaining({ inserted: 60, failed: 0 }),
    ])
    const [held] = await opened.rows(
      'select count(*)::int as all, count(distinct attainment_code)::int as codes, count(*) filter (where per_person_code = 2)::int as ebs, max(attainment_code)::int as last from attainments',
    )
    expect(byEbs).toBeGreaterThan(0)
    expect(held).toMatchObject({ all: 122 + byEbs, codes: 122 + byEbs, ebs: byEbs + 2 })
    if (!withoutGaps) return
    expect(held?.['last']).toBe(5000 + 122 + byEbs)
    expect(await opened.rows('select name, last_value from counters order by name')).toEqual([
      { name: 'ATTAINMENT', last_value: String(5000 + 122 + byEbs) },
      { name: 'OTHER', last_value: '7' },
    ])
  })

  it('belong to the records that they were given to', async () => {
    const opened = await openCollege(rule)
    await opened.update({ rowKeys: await rowKeysOf(opened, learners) }, `k-${(key += 1)}`)
    const wrong = await opened.rows(
      "select 1 from plr_link.links l left join attainments a on a.attainment_code::text = l.attainment_code and a.per_person_code = l.person_code and 'NPD:' || a.source_id = l.event_key where a.attainment_code is null",
    )
    expect(wrong).toEqual([])
    expect(await opened.rows('select 1 from plr_link.links')).toHaveLength(120)
  })
})

describe('a counter', () => {
  const locked = { code: '55P03' }

  it('is held as ebs would hold it, and goes back when nothing was written', async () => {
    const opened = await openCollege({ counter })
    const ebs = await ebsClient()
    await ebs.query("set lock_timeout = '100ms'")
    const { database } = opened
    await expect(
      database.transaction(async (transaction) => {
        const codes = await takeCodes(transaction, database.dialect, { counter }, 3)
        expect(codes).toEqual(['5001', '5002', '5003'])
        await expect(ebs.query(lockedCounter)).rejects.toMatchObject(locked)
        // Other counters of ebs are no matter of ours.
        await ebs.query("select 1 from counters where name = 'OTHER' for update")
        throw new Error('given up')
      }),
    ).rejects.toThrow('given up')
    expect((await ebs.query(nextCounter)).rows).toEqual([{ last_value: '5001' }])
  })

  it('that ebs holds is waited for, and after 2 s the learner is in use', async () => {
    const opened = await openCollege({ counter })
    const rowKeys = await rowKeysOf(opened, ['10'])
    const ebs = await ebsClient()
    await ebs.query('begin')
    await ebs.query(lockedCounter)
    const refused = await opened.update({ rowKeys }, `k-${(key += 1)}`)
    expect(rowsOf(refused)).toEqual(
      Array.from({ length: 4 }, () => ({
        outcome: 'failed',
        reason: expect.stringMatching(/in use in ebs, try again/i),
      })),
    )
    expect(await opened.attainments()).toEqual([])

    const waiting = opened.update({ rowKeys }, `k-${(key += 1)}`)
    setTimeout(() => void ebs.query('commit'), 300)
    expect(doneOf(await waiting)).toMatchObject({ inserted: 4 })
    expect((await opened.attainments()).map((one) => one['code'])).toEqual([
      '5001',
      '5002',
      '5003',
      '5004',
    ])
  }, 20_000)

  it('that names no row, or several, says so and writes nothing', async () => {
    const wheres: Record<string, string>[] = [{ name: 'NOTHING' }, {}]
    for (const where of wheres) {
      const opened = await openCollege({ counter: { ...counter, where } })
      const { database } = opened
      const taken = database.transaction((transaction) =>
        takeCodes(transaction, database.dialect, { counter: { ...counter, where } }, 1),
      )
      await expect(taken).rejects.toThrow('must name one row of public.counters')
      await database.close()
      college = undefined
    }
  })
})
