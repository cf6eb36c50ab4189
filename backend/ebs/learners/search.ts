import * as z from 'zod'
import type { SearchRequest } from '../../../contract/index.ts'
import {
  allOf,
  concat,
  DatabaseError,
  dialectOf,
  name,
  sql,
  type Database,
  type Sql,
} from '../../database/index.ts'
import type { ListedRecord, Searched } from '../../plr/learner/directory.ts'
import type { Visibility } from '../../plr/learner/learner.ts'
import { checkCondition, compileCondition, slowestRule, type Field } from '../condition/index.ts'
import { column, from, isLearner, type Mapping } from '../mapping/index.ts'
import { learnerColumns, learnerOf, type ReadLearner } from './columns.ts'
import { readPeople } from './find.ts'
import { foundOf, whoMayBeNamed } from './found.ts'
import { readKept } from './kept.ts'
import { checkSort, type SortColumn } from './sort.ts'
import { visibleTo } from './visibility.ts'

const usualPage = 50

/** A page of the learners that a condition finds. */
export interface Page {
  readonly where: Sql
  readonly sort: readonly SortColumn[]
  readonly offset: number
  readonly limit: number
}

/** Searches learners (surface.md, Conditions): one round trip, two for a page beyond the end. */
export async function searchLearners(
  database: Database,
  mapping: Mapping,
  fields: ReadonlyMap<string, Field>,
  request: SearchRequest,
  visibility: Visibility,
  signal: AbortSignal,
): Promise<Searched> {
  const checked = checkCondition(fields, request.condition)
  if (checked.kind === 'wrong') return { kind: 'invalid', detail: checked.detail }
  const sorted = checkSort(fields, request.sort ?? [])
  if (sorted.kind === 'wrong') return { kind: 'invalid', detail: sorted.detail }
  const page: Page = {
    where: allOf([
      isLearner(mapping, 'p'),
      compileCondition(mapping, checked.group),
      ...visibleTo(mapping, visibility),
    ]),
    sort: sorted.sort,
    offset: request.offset ?? 0,
    limit: request.limit ?? usualPage,
  }
  const statement = pageStatement(mapping, page)
  const most = database.dialect.limits.bindings
  if (statement.bindings.length > most) {
    return { kind: 'invalid', detail: `The condition holds more than ${most} values.` }
  }
  try {
    return await readPage(database, mapping, page, statement, visibility, signal)
  } catch (error) {
    // Somebody who holds the tables in ebs makes it as slow as too much to read does.
    const slow =
      error instanceof DatabaseError && ['time-limit', 'lock-timeout'].includes(error.fault)
    if (!slow) throw error
    return {
      kind: 'too-slow',
      detail:
        `The search was stopped because it took too long. What slows it down most is ` +
        `"${slowestRule(checked.group)}". Add a condition that leaves fewer learners, such as a course.`,
    }
  }
}

const totalRow = z.object({ total: z.coerce.number() })

async function readPage(
  database: Database,
  mapping: Mapping,
  page: Page,
  statement: Sql,
  visibility: Visibility,
  signal: AbortSignal,
): Promise<Searched> {
  const rows = await database.read(statement, signal)
  const [first] =
    rows.length > 0 || page.offset === 0
      ? rows
      : await database.read(countStatement(mapping, page), signal)
  const read = rows.map((row) => learnerOf(mapping, row))
  return {
    kind: 'found',
    learners: await listed(database, mapping, read, visibility),
    total: first === undefined ? 0 : totalRow.parse(first).total,
  }
}

/** Each learner with what their download would find; asks more only for the few who share or were merged. */
async function listed(
  database: Database,
  mapping: Mapping,
  read: readonly ReadLearner[],
  visibility: Visibility,
): Promise<readonly ListedRecord[]> {
  const merged = read.filter(({ mergedInto }) => mergedInto !== null)
  const codes = merged.map(({ learner }) => learner.personCode)
  const kept = await readKept(database, mapping, codes)
  const named = [...kept.values(), ...read.flatMap(({ learner }) => learner.sharesUlnWith ?? [])]
  const mayName = await whoMayBeNamed(named, visibility, (some) =>
    readPeople(database, mapping, some, visibility),
  )
  return read.map(({ learner }) => {
    const { personCode } = learner
    const record = { learner, isLearner: true, isVisible: true, isEnrolled: true }
    const found = foundOf(personCode, record, kept.get(personCode), mayName)
    return { learner, found: found ?? { kind: 'unknown', personCode } }
  })
}

/**
 * The page with the total of all beside each row. Who is found is worked out once, with what is
 * sorted by alone; what is shown is read for the rows of the page.
 */
export function pageStatement(mapping: Mapping, page: Page): Sql {
  const { once, sorted } = dialectOf(mapping.client)
  const code = column(mapping, 'PEOPLE', 'p', 'PERSON_CODE')
  const keys = page.sort.map(({ column: ebsName, direction }, at) => ({
    value: column(mapping, 'PEOPLE', 'p', ebsName),
    as: `key${at + 1}`,
    direction,
  }))
  const carried = concat(
    [sql`${code} as ${name('code')}`, ...keys.map(({ value, as }) => sql`${value} as ${name(as)}`)],
    ', ',
  )
  const order = concat(
    keys.map(({ as, direction }) => sorted(name('f', as), direction)),
    ', ',
  )
  const found = sql`with ${name('found')} as ${once}(select ${carried} from ${from(mapping, 'PEOPLE', 'p')} where ${page.where})`
  const rows = sql`select * from ${name('found')} ${name('f')} order by ${order} offset ${page.offset} rows fetch next ${page.limit} rows only`
  return sql`${found} select ${learnerColumns(mapping)}, (select count(*) from ${name('found')}) as ${name('total')} from (${rows}) ${name('f')} join ${from(mapping, 'PEOPLE', 'p')} on ${code} = ${name('f', 'code')} order by ${order}`
}

const countStatement = (mapping: Mapping, page: Page): Sql =>
  sql`select count(*) as ${name('total')} from ${from(mapping, 'PEOPLE', 'p')} where ${page.where}`
