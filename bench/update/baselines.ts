import type { Database } from '../../backend/database/index.ts'

const columns =
  'per_person_code, atype_attainment_type_code, description, grade, date_awarded, fes_qualification_aim, source, source_id, created_by, created_date'

function row(person: number, at: number): (string | number)[] {
  const aim = `60146${String(at).padStart(2, '0')}4`
  return [
    ...[person, 'GCSE', `GCSE (9-1) in Subject ${at}`, '6', '2022-08-25'],
    ...[aim, 'PLR data', 70_000 + at, 'ada.admin'],
  ]
}

const values = '(?, ?, ?, ?, ?, ?, ?, ?, ?, localtimestamp(0))'

/** The attainment rows alone: multi-row `INSERT … VALUES`, 1000 rows a statement, one transaction. */
export async function bareInsert(
  database: Database,
  learners: number,
  rowsEach: number,
): Promise<void> {
  const rows = allRows(learners, rowsEach)
  await database.transaction(async ({ knex }) => {
    for (let at = 0; at < rows.length; at += 1000) {
      const some = rows.slice(at, at + 1000)
      const text = `insert into attainments (${columns}) values ${some.map(() => values).join(', ')}`
      await knex.raw(text, some.flat())
    }
  })
}

/** One statement a row and one transaction a row, as a plain loop does it. */
export async function rowByRow(
  database: Database,
  learners: number,
  rowsEach: number,
): Promise<void> {
  for (const row of allRows(learners, rowsEach)) {
    await database.transaction(({ knex }) =>
      knex.raw(`insert into attainments (${columns}) values ${values}`, row),
    )
  }
}

function allRows(learners: number, rowsEach: number): (string | number)[][] {
  return Array.from({ length: learners }, (_, person) =>
    Array.from({ length: rowsEach }, (__, at) => row(person + 1, at)),
  ).flat()
}
