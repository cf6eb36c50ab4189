import { allOf, dialectOf, sql, type Sql } from '../../database/index.ts'
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
  const records = recordsOfPerson(mapping, own)
  const some = (asked: Ask): Sql =>
    sql`exists (select 1 from ${records} and ${test(moment, asked)})`
  switch (ask.kind) {
    // Any record will do, which an engine may also find out for all learners in one go.
    case '>':
    case '>=':
    case 'isFilled':
      return some(ask)
    case 'isNull':
      return sql`not ${some({ kind: 'isFilled' })}`
    // The newest decides. Without `group by` no records at all are one group too, of which it is null.
    // As "some then and none later" optimisers make plans of minutes of it.
    default:
      return sql`exists (select 1 from ${records} having ${test(sql`max(${moment})`, ask)})`
  }
}

/** ATTAINMENTS `a` as far as they are from the PLR and of the person `p`. */
function recordsOfPerson(mapping: Mapping, own: (ebsName: string) => Sql): Sql {
  const { columns, source } = mapping.attainment
  const sourceColumn = columns.find((each) => each.from === 'source')?.column ?? 'SOURCE'
  const where = allOf([
    sql`${own('PER_PERSON_CODE')} = ${column(mapping, 'PEOPLE', 'p', 'PERSON_CODE')}`,
    sql`${own(sourceColumn)} = ${source}`,
    ...ofInstitution(mapping, 'ATTAINMENTS', 'a'),
  ])
  return sql`${from(mapping, 'ATTAINMENTS', 'a')} where ${where}`
}
