import { afterAll, beforeAll, expect, it } from '@jest/globals'
import * as z from 'zod'
import { facts } from '../support/compareSamples.ts'
import { admin, doneOf, learnerRow, testCollege, type TestCollege } from '../support/college.ts'

const learners = ['1', '2', '3']
let college: TestCollege

beforeAll(async () => {
  college = await testCollege()
  await college.load({ people: learners.map((code) => learnerRow(code)) })
  await otherLearners()
}, 60_000)
afterAll(() => college.close())

/** What the link keeps of a college that has used it for years. */
async function otherLearners(): Promise<void> {
  const many = 'generate_series(100, 20099) as person'
  await college.rows(
    `insert into plr_link.links select ${college.link.databaseId}, person, 'NPD:' || n, n::text, now() from ${many}, generate_series(1, 3) as n`,
  )
  await college.rows(
    `insert into plr_link.learner_locks select ${college.link.databaseId}, person from ${many}`,
  )
  await college.rows(
    `insert into plr_link.run_rows select 'run', person, 'digest', 'inserted', null from ${many}`,
  )
  await college.rows(
    `insert into plr_link.undo_images select 'run', person, '1', 'insert', 'key', 'NPD:1', null, null, 'digest', null, 'open', null from ${many}`,
  )
  await college.rows('analyze')
}

const told = z.object({ sql: z.string(), bindings: z.array(z.unknown()) })
const plan = z.object({ 'QUERY PLAN': z.string() })

/** The statements on the link's tables that some work sends, each with how PostgreSQL goes about it. */
async function plansOf(work: () => Promise<unknown>): Promise<Map<string, string>> {
  const { knex } = college.database
  const sent: z.infer<typeof told>[] = []
  const listen = (statement: unknown) => {
    const one = told.safeParse(statement)
    if (one.success && /^(select|with|delete)/.test(one.data.sql)) sent.push(one.data)
  }
  knex.on('query', listen)
  await work()
  knex.removeListener('query', listen)

  const plans = new Map<string, string>()
  const client = await knex.client.acquireConnection()
  for (const { sql, bindings } of sent.filter(({ sql }) => sql.includes('plr_link'))) {
    const { rows } = await client.query({ text: `explain ${sql}`, values: bindings })
    plans.set(
      sql,
      plan
        .array()
        .parse(rows)
        .map((row) => row['QUERY PLAN'])
        .join('\n'),
    )
  }
  await knex.client.releaseConnection(client)
  return plans
}

it('an update and its undo read what the link keeps of their learners, not of all others', async () => {
  const rowKeys: string[] = []
  for (const code of learners) {
    for (const { rowKey } of await college.download(code, [facts()])) rowKeys.push(rowKey)
  }
  let id = ''
  const plans = await plansOf(async () => {
    const done = doneOf(await college.update({ rowKeys }, 'key'))
    if (done?.type !== 'done' || !('id' in done)) throw new Error('the update did not end')
    id = done.id
    await college.updates.undo(id, admin)
  })
  // A filter on the person code reads all people of a run, or of the college.
  const wide =
    /Seq Scan on (links|learner_locks|run_rows|undo_images)\b|Filter: .*[( ]person_code\b/
  const reading = [...plans].filter(([, plan]) => wide.test(plan)).map(([sql]) => sql)
  expect(plans.size).toBeGreaterThan(5)
  expect(reading).toEqual([])
})
