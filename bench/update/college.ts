import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEbsTables, loadEbs, startEbsServer } from '../../sandbox/ebs/index.ts'
import { facts } from '../../tests/support/compareSamples.ts'
import { doneOf, learnerRow, testCollege } from '../../tests/support/college.ts'

/** A college on a server of its own, with fsync on as in production. */
export async function startCollege() {
  const folder = await mkdtemp(join(tmpdir(), 'ebs-bench-'))
  const server = await startEbsServer({ folder })
  const url = await server.createDatabase('bench')
  await createEbsTables(url)
  const college = await testCollege({ url })
  let statements = 0
  college.database.knex.on('query', () => {
    statements += 1
  })
  let run = 0

  return {
    database: college.database,
    /** Statements sent so far, BEGIN and COMMIT among them. */
    statements: () => statements,

    /** An ebs of so many learners, each with a history of records from elsewhere. */
    async reset(learners: number, history: number): Promise<void> {
      await college.rows(
        'truncate people, attainments, plr_link.links, plr_link.runs, plr_link.run_rows, plr_link.undo_images, plr_link.trail, plr_link.learner_locks cascade',
      )
      await loadEbs(url, { people: codes(learners).map((code) => learnerRow(code)) })
      await college.rows(
        `insert into attainments (per_person_code, atype_attainment_type_code, description, grade, date_awarded) select person_code, 'OWN', 'Record ' || n, 'P', date '1990-01-01' + n from people, generate_series(1, ${history}) as n`,
      )
      await college.rows('analyze attainments')
      await college.rows('checkpoint')
    },

    async rowKeys(learners: number, rowsEach: number): Promise<string[]> {
      const events = Array.from({ length: rowsEach }, (_, at) =>
        facts({
          id: String(70_000 + at),
          subject: `GCSE (9-1) in Subject ${at}`,
          subjectCode: `601/46${String(at).padStart(2, '0')}/4`,
        }),
      )
      const keys: string[] = []
      for (const code of codes(learners)) {
        for (const row of await college.download(code, events)) keys.push(row.rowKey)
      }
      return keys
    },

    /** Runs one Update to its end and checks that it wrote what it should. */
    async update(rowKeys: readonly string[], inserted: number): Promise<void> {
      run += 1
      const done = doneOf(await college.update({ rowKeys: [...rowKeys] }, `bench-${run}`))
      if (done?.type !== 'done' || !('inserted' in done) || done.inserted !== inserted) {
        throw new Error(`The update ended with ${JSON.stringify(done)}`)
      }
    },

    async close(): Promise<void> {
      await college.close()
      await server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
export type BenchCollege = Awaited<ReturnType<typeof startCollege>>

const codes = (learners: number): string[] =>
  Array.from({ length: learners }, (_, at) => String(at + 1))
