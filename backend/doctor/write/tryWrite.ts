import * as z from 'zod'
import { DatabaseError, TransactionLost, dialectOf, name, sql } from '../../database/index.ts'
import type { Database } from '../../database/index.ts'
import { createAttainmentWriter } from '../../ebs/attainments/writeAttainments.ts'
import { column, from, isLearner } from '../../ebs/mapping/index.ts'
import type { Mapping } from '../../ebs/mapping/index.ts'
import { createWriter } from '../../plr/compare/written.ts'
import { ok, note, problem, warning } from '../report/finding.ts'
import type { Finding } from '../report/finding.ts'

/** An event of the kind that every college has, under an id that LRS gives nobody. */
const event = {
  source: 'NPD',
  id: '0',
  subject: 'ebs PLR Attainments: a test that is rolled back',
  grade: 'A',
  achievementAwardDate: '2020-08-20',
  subjectCode: '600/0000/0',
  credits: 1,
  level: 'Level 2',
  qualificationType: 'GCSE',
  awardingOrganisationUkprn: null,
  participationStartDate: null,
  participationEndDate: null,
  status: 'F',
  underDataChallenge: null,
}

class RolledBack extends Error {
  override readonly name = 'RolledBack'
}

const learnerRow = z.object({ code: z.string().nullable() })

/**
 * Inserts, changes and takes out one attainment, by the statements Update uses, in one transaction
 * that is always rolled back.
 * @param user what stands in CREATED_BY meanwhile
 */
export async function tryWrite(
  database: Database,
  mapping: Mapping,
  user: string,
): Promise<readonly Finding[]> {
  if (mapping.attainmentCode === null) {
    return [note('No write was tried: the mapping does not say how a new code is made')]
  }
  const personCode = await someLearner(database, mapping)
  if (personCode === null) return [note('No write was tried: ebs holds no learner')]
  const writer = createAttainmentWriter(mapping, database.dialect)
  const values = createWriter(mapping.attainment)(event).values
  const done: string[] = []
  let step = 'inserting'
  try {
    await database.transaction(async (transaction) => {
      const [code = ''] = await writer.insert(transaction, [{ personCode, values }], user)
      done.push('insert')
      step = 'updating'
      const after = { ...values, ...gradeOf(mapping, 'B') }
      const changed = await writer.update(
        transaction,
        [{ attainmentCode: code, personCode, before: values, after }],
        user,
      )
      if (changed) done.push('update')
      step = 'deleting'
      const undeletable = await writer.remove(transaction, [code]).catch(refused)
      if (undeletable?.size === 0) done.push('delete (undo of an insert)')
      throw new RolledBack()
    })
  } catch (error) {
    if (!(error instanceof RolledBack)) return [failed(step, error)]
  }
  const wanted = ['insert', 'update', 'delete (undo of an insert)']
  const lacking = wanted.filter((each) => !done.includes(each))
  return [
    ...(done.length === 0 ? [] : [ok(`Tried and rolled back: ${done.join(', ')}`, rolledBack)]),
    ...lacking.map((each) =>
      warning(
        `Not carried out: ${each}`,
        each === 'update'
          ? 'The record did not hold what was written: a trigger changes it, or a column stores otherwise.'
          : 'Undo cannot take out what it inserted.',
        'Look at the triggers and privileges above.',
      ),
    ),
  ]
}

const rolledBack =
  'A number of a sequence is used up by it; a trigger that commits by itself would have left a trace.'

/** A privilege that is lacking is a finding here; anything else ends the try. */
function refused(error: unknown): null {
  if (error instanceof DatabaseError) return null
  throw error
}

function failed(step: string, error: unknown): Finding {
  return problem(
    `A write was tried and failed at ${step}; nothing was kept`,
    whyFailed(error),
    'Look at the privileges, triggers, checks and columns above.',
  )
}

function whyFailed(error: unknown): string {
  if (error instanceof DatabaseError) return error.message
  return error instanceof TransactionLost
    ? 'The database ended the whole transaction, as SQL Server does at a trigger that rolls back.'
    : 'The mapping’s way to a new code does not work.'
}

const gradeOf = (mapping: Mapping, grade: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    mapping.attainment.columns
      .filter((each) => each.from === 'grade')
      .map((each) => [each.column, grade]),
  )

async function someLearner(database: Database, mapping: Mapping): Promise<string | null> {
  const code = column(mapping, 'PEOPLE', 'p', 'PERSON_CODE')
  const [row] = await database.read(
    sql`select ${dialectOf(mapping.client).numberText(sql`max(${code})`)} as ${name('code')} from ${from(mapping, 'PEOPLE', 'p')} where ${isLearner(mapping, 'p')}`,
  )
  return learnerRow.parse(row).code
}
