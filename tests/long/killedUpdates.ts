import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { EventFacts } from '../../backend/plr/event/learningEvent.ts'
import { facts } from '../support/compareSamples.ts'
import { doneOf, learnerRow, testCollege, type TestCollege } from '../support/college.ts'

const child = fileURLToPath(new URL('./updateChild.ts', import.meta.url))
const learners = Array.from({ length: 100 }, (_, at) => String(at + 1))
const rowsEach = 6
/** Transactions of one update, as the child makes them. */
const groups = 20
const expected = { inserted: 400, updated: 100, unchanged: 100 }

/** Four new events, one that ebs holds otherwise, and one that it holds as it is. */
const events: readonly EventFacts[] = Array.from({ length: rowsEach }, (_, at) =>
  facts({ id: String(70_000 + at), subject: `Subject ${at}`, subjectCode: `601/460${at}/4` }),
)

/** What killing an update came to; `wrong` says in words what was lost or duplicated. */
export interface Killed {
  readonly killedAfterLearners: number
  readonly wrong: readonly string[]
}

/** Kills updates at random moments and lets each resume with the same key, on one database. */
export async function* killUpdates(count: number): AsyncGenerator<Killed> {
  const college = await testCollege()
  const folder = await mkdtemp(join(tmpdir(), 'kills-'))
  try {
    for (let round = 1; round <= count; round += 1) {
      await reset(college)
      const file = join(folder, 'row-keys.json')
      const rowKeys = await rowKeysOf(college)
      await writeFile(file, JSON.stringify(rowKeys))
      const key = `kill-${round}`
      await killAfter([college.url, file, key], Math.random() * groups, Math.random() * 30)
      yield await afterwards(college, rowKeys, key)
    }
  } finally {
    await college.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function reset(college: TestCollege): Promise<void> {
  await college.rows(
    'truncate people, attainments, plr_link.links, plr_link.runs, plr_link.run_rows, plr_link.undo_images, plr_link.trail cascade',
  )
  await college.load({ people: learners.map((code) => learnerRow(code)) })
  await college.rows(
    `insert into attainments (per_person_code, atype_attainment_type_code, description, grade, date_awarded, fes_qualification_aim, source) select person_code, 'OWN', 'Subject ' || n, case n when 4 then '5' else '6' end, date '2022-08-25', '601460' || n || '4', 'PLR data' from people, generate_series(4, 5) as n`,
  )
}

async function rowKeysOf(college: TestCollege): Promise<string[]> {
  const keys: string[] = []
  for (const code of learners) {
    for (const row of await college.download(code, events)) keys.push(row.rowKey)
  }
  return keys
}

/** Runs an update in a process of its own and kills it after so many transactions and ms. */
function killAfter(args: readonly string[], transactions: number, ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const running = spawn(process.execPath, ['--import', 'tsx', child, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let written = -1
    running.stdout.on('data', (text: Buffer) => {
      written += text.toString().split('progress').length - 1
      if (written >= transactions - 1) setTimeout(() => running.kill('SIGKILL'), ms)
    })
    running.once('error', reject)
    running.once('close', () => {
      resolve()
    })
  })
}

async function afterwards(
  college: TestCollege,
  rowKeys: readonly string[],
  key: string,
): Promise<Killed> {
  const wrong: string[] = []
  await untilAtRest(college)
  const halves = await college.rows(
    `select p.person_code from people p where (select count(*) from plr_link.run_rows r where r.person_code = p.person_code) not in (0, ${rowsEach})`,
  )
  if (halves.length > 0) wrong.push(`${halves.length} learners are half recorded`)
  const torn = await college.rows(
    `select p.person_code from people p where (select count(*) from attainments a where a.per_person_code = p.person_code) <> case when exists (select 1 from plr_link.run_rows r where r.person_code = p.person_code) then 6 else 2 end`,
  )
  if (torn.length > 0) wrong.push(`${torn.length} learners are written otherwise than recorded`)
  const [recorded] = await college.rows(
    'select count(distinct person_code)::int as people from plr_link.run_rows',
  )

  await college.rows("update plr_link.runs set lease_until = lease_until - interval '16 s'")
  const frames = await college.update({ rowKeys: [...rowKeys] }, key)
  const done = doneOf(frames)
  if (done?.type !== 'done' || !('inserted' in done)) wrong.push('the same key did not complete it')
  else {
    for (const outcome of ['inserted', 'updated', 'unchanged'] as const) {
      if (done[outcome] !== expected[outcome]) wrong.push(`${done[outcome]} rows ${outcome}`)
    }
  }
  const told = frames.flatMap((frame) => (frame.type === 'row' ? [frame.rowKey] : []))
  if (told.length !== rowKeys.length || new Set(told).size !== rowKeys.length) {
    wrong.push(`${told.length} rows were told, ${new Set(told).size} of them once`)
  }
  const twins = await college.rows(
    'select 1 from attainments group by per_person_code, fes_qualification_aim having count(*) > 1',
  )
  if (twins.length > 0) wrong.push(`${twins.length} records are there twice`)
  const [held] = await college.rows(
    `select count(*)::int as records, count(*) filter (where grade <> '6')::int as old from attainments`,
  )
  if (held?.['records'] !== learners.length * rowsEach || held['old'] !== 0) {
    wrong.push(
      `ebs holds ${String(held?.['records'])} records, ${String(held?.['old'])} of them old`,
    )
  }
  return { killedAfterLearners: Number(recorded?.['people']), wrong }
}

/** The server still ends what the killed process had sent. */
async function untilAtRest(college: TestCollege): Promise<void> {
  for (let waits = 0; waits < 200; waits += 1) {
    const others = await college.rows(
      "select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'",
    )
    if (others.length === 0) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
