import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { withClient } from '../../sandbox/ebs/database.ts'
import { loadEbs, testDatabase } from '../../sandbox/ebs/index.ts'
import type { TestDatabase } from '../../sandbox/ebs/index.ts'
import type { Wanted } from './arguments.ts'
import { runDoctor } from './doctor.ts'

let server: TestDatabase
beforeAll(async () => {
  server = await testDatabase()
  await loadEbs(server.url, { people: [{ person_code: 7, surname: 'Musterfrau', forename: 'A' }] })
}, 60_000)
afterAll(() => server.close())

/** Runs the doctor with a part of an environment and an answer typed. */
async function run(wanted: Partial<Wanted>, typed = '', more: Record<string, string> = {}) {
  const output = new PassThrough()
  const env = {
    EBS_CLIENT: 'pg',
    EBS_CONNECTION: server.url,
    DEFAULT_ATTAINMENT_TYPE: 'PLR',
    ...more,
  }
  const code = await runDoctor(
    { sql: false, tryWrite: false, ...wanted },
    { env, input: Readable.from([typed]), output, now: () => new Date() },
  )
  output.end()
  return { code, report: await text(output) }
}

const database = () => new URL(server.url).pathname.slice(1)
const written = () =>
  withClient(server.url, async (client) => {
    const { rows } = await client.query(
      'select last_value::text, is_called from attainment_code_seq',
    )
    return rows
  })

describe('the doctor', () => {
  it('looks at ebs while the rest of the environment is still missing, and counts a problem', async () => {
    const { code, report } = await run({})
    expect(code).toBe(1)
    expect(report).toContain('LRS_CERTIFICATE is not set')
    expect(report).toContain(`Connected to the database ${database()}`)
    expect(report).toContain('This was not looked at')
    expect(report).not.toContain('Musterfrau')
  })

  it('prints statements and nothing else', async () => {
    const { code, report } = await run({ sql: true })
    expect(code).toBe(0)
    expect(report).toContain('create table "plr_link"."links"')
    expect(report.split('\n').filter((line) => line.startsWith('  '))).toEqual([])
  })

  it('says why there are no statements', async () => {
    const { code, report } = await run({ sql: true }, '', { EBS_SCHEMA: '/nowhere.json' })
    expect(code).toBe(1)
    expect(report).toContain('EBS_SCHEMA names a file that is not there')
  })

  it('writes only when the name of the database is typed', async () => {
    const before = await written()
    const refused = await run({ tryWrite: true }, 'another\n')
    expect(refused.report).toContain(`to the database ${database()} (live) and rolls it back`)
    expect(refused.report).toContain('No write was tried: the name of the database was not typed')
    expect((await run({ tryWrite: true })).report).toContain('was not typed')
    expect(await written()).toEqual(before)

    const agreed = await run({ tryWrite: true }, `${database()}\n`)
    expect(agreed.report).toContain('Tried and rolled back: insert, update, delete')
    expect(await written()).not.toEqual(before)
    const left = await withClient(server.url, (client) => client.query('select 1 from attainments'))
    expect(left.rowCount).toBe(0)
  })
})
