import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { withClient } from '../../../sandbox/ebs/database.ts'
import { loadEbs, testDatabase } from '../../../sandbox/ebs/index.ts'
import type { TestDatabase } from '../../../sandbox/ebs/index.ts'
import { makeCollege } from '../../../sandbox/college/makeCollege.ts'
import type { EbsSettings } from '../../config/parts.ts'
import { hasProblem, type Section } from '../report/finding.ts'
import { render } from '../report/render.ts'
import { printStatements } from '../statements/print.ts'
import { said, testSettings } from '../testing.ts'
import { tryWrite } from '../write/tryWrite.ts'
import { examineEbs, open, type Opened } from './examine.ts'

const account = `link_${randomBytes(4).toString('hex')}`
const college = makeCollege({ seed: 1, learners: 60 })
let server: TestDatabase
let linkUrl: string

const asDba = (statement: string) =>
  withClient(server.url, async (client) => (await client.query(statement)).rows)

/** Opens the ebs as the link's account, does some work, and closes it. */
async function opened<Result>(
  settings: EbsSettings,
  work: (opened: Opened) => Promise<Result>,
): Promise<Result> {
  const opening = await open(settings)
  if (opening.kind === 'wrong') throw new Error(JSON.stringify(opening.findings))
  try {
    return await work(opening.opened)
  } finally {
    await opening.opened.database.close()
  }
}

const examine = (more: Partial<EbsSettings> = {}): Promise<readonly Section[]> => {
  const settings = testSettings(linkUrl, more)
  return opened(settings, async (ebs) => (await examineEbs(ebs, settings, ['NONE'])).sections)
}

/** Everything that ebs holds, as one digest. */
async function digestOfEbs(): Promise<unknown> {
  const tables = ['people', 'attainments', 'people_unit_attainments', 'verifiers', 'users']
  return Promise.all(
    tables.map((table) =>
      asDba(`select md5(string_agg(t::text, ',' order by t::text)) from ${table} t`),
    ),
  )
}

beforeAll(async () => {
  server = await testDatabase()
  await loadEbs(server.url, college.ebs)
  await asDba(`create role ${account} login password 'link'`)
  const url = new URL(server.url)
  url.username = account
  url.password = 'link'
  linkUrl = url.toString()
}, 60_000)

afterAll(async () => {
  await asDba(`drop owned by ${account}`)
  await asDba(`drop role ${account}`)
  await server.close()
})

describe('an account without any right', () => {
  it('is told what it lacks, and nobody is named', async () => {
    const sections = await examine()
    expect(said(sections, 'problem')).toEqual(
      expect.arrayContaining([
        'problem: The account may not read',
        'problem: EBS_WRITE is on, and the account may not write to public.attainments',
        expect.stringMatching(/^problem: The link’s own tables in plr_link are missing/),
      ]),
    )
    const report = render(sections)
    const personal = college.ebs['people']!.flatMap(({ surname, unique_learn_no }) => [
      String(surname),
      String(unique_learn_no),
    ]).filter((text) => text.length > 5 && text !== 'null')
    expect(personal.length).toBeGreaterThan(60)
    expect(personal.filter((text) => report.includes(text))).toEqual([])
  })
})

describe('an account for which a DBA ran what --sql prints', () => {
  beforeAll(async () => {
    const settings = testSettings(linkUrl)
    const script = await opened(settings, (ebs) => printStatements(ebs, settings))
    expect(script).toContain(`Granted to: ${account}.`)
    await asDba(script)
  })

  it('lacks nothing and has nothing beyond its need', async () => {
    const before = await digestOfEbs()
    const sections = await examine()
    expect(said(sections, 'problem')).toEqual([])
    expect(said(sections, 'ok')).toEqual(
      expect.arrayContaining([
        'ok: The account may read every mapped column',
        'ok: The account may write to no other mapped table of ebs',
        'ok: Attainment type PLR exists and is active',
        'ok: The import makes no rows in public.people_unit_attainments',
        'ok: The link’s own tables are in plr_link and of this version',
        expect.stringMatching(/^ok: ebs’s own import filled [1-9]\d* records/),
        expect.stringMatching(/^ok: \d+ learners: \d+ with a ULN, [1-9]\d* without/),
      ]),
    )
    expect(said(sections, 'warning')).toEqual([
      'warning: Organisations of VISIBLE_ORGANISATIONS own no course: NONE',
      expect.stringMatching(/^warning: The import fills fes_year_achieved/),
    ])
    expect(said(sections, 'note')).toContainEqual(
      expect.stringContaining('how many institutions there are is not known'),
    )
    expect(await digestOfEbs()).toEqual(before)
  })

  it('writes once and leaves nothing when asked to try', async () => {
    const before = await digestOfEbs()
    const findings = await opened(testSettings(linkUrl), ({ database, mapping }) =>
      tryWrite(database, mapping, account),
    )
    expect(findings.map(({ what }) => what)).toEqual([
      'Tried and rolled back: insert, update, delete (undo of an insert)',
    ])
    expect(await digestOfEbs()).toEqual(before)
  })

  it('sees what a site has otherwise', async () => {
    await asDba(`
      grant select (institution_context_id) on people to ${account};
      alter table people rename column known_as to nickname;
      alter table attainments alter description type varchar(400), alter grade type varchar(300);
      alter table attainments alter fes_qualification_aim type varchar(8);
      alter table attainments add college_code varchar(5) not null default 'X';
      alter table attainments alter college_code drop default;
      alter table attainments add constraint known_type check (atype_attainment_type_code <> '?');
      create function stamp() returns trigger language plpgsql as 'begin return new; end';
      create trigger attainment_stamp before insert on attainments for each row execute function stamp();
      update verifiers set fes_active = 'N' where low_value = 'PLR';
      update people set institution_context_id = 1 + person_code % 2;
      drop index people_uln;
      insert into people_unit_attainments (id, attainment_code) select 1, max(attainment_code)
        from attainments where source = 'PLR data';
    `)
    const sections = await examine({ EBS_WRITE: 'on' })
    expect(said(sections, 'problem')).toEqual(
      expect.arrayContaining([
        'problem: public.people has no column known_as',
        expect.stringContaining('public.attainments.college_code must be filled'),
        'problem: Attainment type PLR is not active',
      ]),
    )
    expect(said(sections, 'warning', 'note')).toEqual(
      expect.arrayContaining([
        expect.stringContaining('takes DESCRIPTION to be 240 long'),
        'note: public.attainments has triggers: 1',
        'note: public.attainments has check constraints: 1',
        expect.stringContaining('This ebs holds 2 institutions'),
        'warning: No index begins with public.people (unique_learn_no)',
        expect.stringMatching(/^warning: 1 of \d+ records of the import have rows in/),
      ]),
    )
    expect(render(sections)).toContain('attainment_stamp: CREATE TRIGGER')
  })

  it('fails a tried write in plain words, and keeps nothing', async () => {
    const before = await digestOfEbs()
    const findings = await opened(testSettings(linkUrl), ({ database, mapping }) =>
      tryWrite(database, mapping, account),
    )
    expect(findings).toMatchObject([
      {
        level: 'problem',
        what: 'A write was tried and failed at inserting; nothing was kept',
        detail: expect.stringContaining('23502') as unknown,
      },
    ])
    expect(await digestOfEbs()).toEqual(before)
  })
})

it.each([
  [{ password: 'wrong' }, 'the password is wrong'],
  [{ pathname: '/nowhere' }, 'there is no such database'],
  [{ port: '9' }, 'nothing listens at that address and port'],
])('says why it is not let in: %j', async (change, why) => {
  const url = Object.assign(new URL(linkUrl), change).toString()
  const settings = testSettings(url)
  const examined = await opened(settings, (ebs) => examineEbs(ebs, settings, []))
  expect(examined.server).toBeNull()
  expect(hasProblem(examined.sections)).toBe(true)
  expect(said(examined.sections, 'problem')).toEqual([
    `problem: The ebs database does not let us in: ${why}`,
  ])
})
