import { allOf, dialectOf, name, sql, type Sql } from '../../database/index.ts'
import { column, from, ofInstitution, type Mapping } from '../mapping/index.ts'
import { compare } from './compare.ts'
import type { Field } from './field.ts'
import type { Ask } from './rule.ts'

/**
 * The test of when the PLR was last imported for the person `p`: the newest moment at which one of
 * their records from the PLR (SOURCE) was made or changed, by the link or by ebs's own import. Who
 * has no such record has no such moment, which counts as empty.
 */
export function importedWhen(mapping: Mapping, field: Field, ask: Ask): Sql {
  const own = (ebsName: string): Sql => column(mapping, 'ATTAINMENTS', 'a', ebsName)
  const moment = sql`coalesce(${own('UPDATED_DATE')}, ${own('CREATED_DATE')})`
  const test = (of: Sql, asked: Ask): Sql =>
    compare(dialectOf(mapping.client), mapping.active, field, of, asked)
  const some = (asked: Ask): Sql => someRecord(mapping, own, test(moment, asked))
  const newest = (asked: Ask): Sql => test(sql`max(${moment})`, asked)
  const newestIs = (asked: Ask): Sql => {
    const first = earliestOf(asked)
    const since = first === null ? [] : [test(moment, { kind: '>=', value: first })]
    return someGroup(mapping, own, since, newest(asked))
  }
  switch (ask.kind) {
    // Any record will do: the newest is no earlier.
    case '>':
    case '>=':
    case 'isFilled':
      return some(ask)
    case 'isNull':
      return sql`not ${some({ kind: 'isFilled' })}`
    // Where the empty are found too, it is whoever is none of the others.
    case '!=':
      return sql`not ${newestIs({ kind: '=', value: ask.value })}`
    case 'in': {
      if (!ask.orNull) return newestIs(ask)
      if (ask.values.length === 0) return sql`not ${some({ kind: 'isFilled' })}`
      return sql`not ${someGroup(mapping, own, [], sql`not ${newest({ ...ask, orNull: false })}`)}`
    }
    default:
      return newestIs(ask)
  }
}

/** The earliest day that can be the newest; records before it need no look. */
function earliestOf(ask: Ask): string | null {
  switch (ask.kind) {
    case '=':
      return ask.value
    case 'between':
      return ask.low
    case 'in':
      return ask.values.toSorted()[0] ?? null
    default:
      return null
  }
}

type Own = (ebsName: string) => Sql

/** Whether a test holds for one of the person's records. */
const someRecord = (mapping: Mapping, own: Own, test: Sql): Sql =>
  sql`exists (select 1 from ${records(mapping, own, [
    sql`${own('PER_PERSON_CODE')} = ${column(mapping, 'PEOPLE', 'p', 'PERSON_CODE')}`,
    test,
  ])})`

/**
 * Whether a test holds for all of the person's records together. Said as a list of persons, an engine
 * can make it once for all learners, and need not come back to the records for each of them.
 */
function someGroup(mapping: Mapping, own: Own, tests: readonly Sql[], having: Sql): Sql {
  const person = own('PER_PERSON_CODE')
  const list = sql`select ${person} as ${name('code')} from ${records(mapping, own, tests)} group by ${person} having ${having}`
  return dialectOf(mapping.client).eachOrOnce(
    sql`exists (select 1 from (${list}) ${name('i')} where ${name('i', 'code')} = ${column(mapping, 'PEOPLE', 'p', 'PERSON_CODE')})`,
  )
}

/** ATTAINMENTS `a` as far as they are from the PLR and the tests hold. */
function records(mapping: Mapping, own: Own, tests: readonly Sql[]): Sql {
  const { columns, source } = mapping.attainment
  const sourceColumn = columns.find((each) => each.from === 'source')?.column ?? 'SOURCE'
  const where = allOf([
    sql`${own(sourceColumn)} = ${source}`,
    ...ofInstitution(mapping, 'ATTAINMENTS', 'a'),
    ...tests,
  ])
  return sql`${from(mapping, 'ATTAINMENTS', 'a')} where ${where}`
}
