import {
  dialectOf,
  openDatabase,
  toRaw,
  type DatabaseClient,
} from '../../backend/database/index.ts'
import { wantedIndexes } from '../../backend/doctor/ebs/indexes.ts'
import { checkCondition, isEnrolment } from '../../backend/ebs/condition/index.ts'
import { indexUse } from '../../backend/ebs/condition/indexUse.ts'
import { allRules, type CheckedRule } from '../../backend/ebs/condition/rule.ts'
import { createLearnerDirectory } from '../../backend/ebs/learners/index.ts'
import { learnerFields } from '../../backend/ebs/learners/fields.ts'
import { readMapping, type Mapping } from '../../backend/ebs/mapping/index.ts'
import type { ConditionGroup } from '../../contract/index.ts'
import { watch } from './watched.ts'

const engines = { oracledb: 'Oracle', mssql: 'SQL Server' } as const

/**
 * What a search would send to the engines that cannot run here: the statement that our code makes for
 * it, how many round trips it takes there, and which index the operator table counts on. Not run.
 */
export async function elsewhere(condition: ConditionGroup): Promise<readonly string[]> {
  const lines: string[] = []
  for (const client of ['oracledb', 'mssql'] as const) {
    const loaded = await readMapping(client, '{}', '', { attainmentType: 'PLR' })
    if (loaded.kind === 'wrong') throw new Error(loaded.problems.join('\n'))
    const { sent, roundTrips } = await statementFor(client, loaded.mapping, condition)
    lines.push(
      `${engines[client]}, not run: round trips ${roundTrips}`,
      ...indexesFor(loaded.mapping, condition).map((line) => `  ${line}`),
      `  ${sent}`,
    )
  }
  return lines
}

/** Nothing connects: the search's statements are kept and answered with no rows. */
async function statementFor(
  client: DatabaseClient,
  mapping: Mapping,
  condition: ConditionGroup,
): Promise<{ readonly sent: string; readonly roundTrips: number }> {
  const watched = watch(openDatabase({ client, connection: {} }), () => Promise.resolve([]))
  const { database } = watched
  const directory = createLearnerDirectory({ database, mapping })
  await directory.search({ condition }, { kind: 'all' }, new AbortController().signal)
  const [statement] = watched.statements
  if (statement === undefined) throw new Error(`The search sends no statement to ${client}.`)
  const { sql } = toRaw(database.knex, statement).toSQL().toNative()
  await database.close()
  return { sent: shortened(sql), roundTrips: watched.statements.length }
}

/** A pasted list binds each of its values; of a long one the first and the last are enough to read. */
function shortened(statement: string): string {
  const value = '(?:to_number\\()?(?::\\d+|@p\\d+)\\)?'
  return statement.replaceAll(
    new RegExp(`(${value}), (?:${value}, ){3,}(${value})`, 'g'),
    (_, first: string, last: string) => `${first}, …, ${last}`,
  )
}

function indexesFor(mapping: Mapping, condition: ConditionGroup): readonly string[] {
  const checked = checkCondition(learnerFields(mapping), condition)
  if (checked.kind === 'wrong') throw new Error(checked.detail)
  return allRules(checked.group).map((rule) => indexFor(mapping, rule))
}

/** Which index a rule is expected to use, or why none: the table of operators and the doctor's list. */
function indexFor(mapping: Mapping, { field, ask }: CheckedRule): string {
  const { table, column, value } = field
  const use = indexUse(dialectOf(mapping.client), value, ask.kind)
  const place = `${mapping.table(table)} (${mapping.column(table, column)})`
  const there = wantedIndexes.some((each) => each.table === table && each.column === column)
  const rest = isEnrolment(field) ? `, then ${pathFrom(mapping)}` : ''
  const asked = `${field.label} ${ask.kind}`
  if (use.kind === 'none') return `${asked}: no index on ${place}, ${use.why}${rest}`
  return there
    ? `${asked}: index on ${place} by ${use.by}, the column stands bare beside bound values${rest}`
    : `${asked}: ${place} stands bare, but has few values and no index is asked for${rest}`
}

/** From an occurrence to its learners. */
function pathFrom(mapping: Mapping): string {
  const steps = [
    ['PEOPLE_UNITS', 'UIO_ID'],
    ['PEOPLE', 'PERSON_CODE'],
  ] as const
  return steps
    .filter(([table, column]) =>
      wantedIndexes.some((each) => each.table === table && each.column === column),
    )
    .map(([table, column]) => `${mapping.table(table)} (${mapping.column(table, column)})`)
    .join(' and ')
}
