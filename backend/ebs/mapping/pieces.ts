import { allOf, dialectOf, name, sql, type Sql } from '../../database/index.ts'
import type { LearnerRule } from './file.ts'
import type { Mapping } from './mapping.ts'
import type { TableId } from './tables.ts'

/** A table with a short name for it: `"owner"."people" "p"`. */
export function from(mapping: Mapping, table: TableId, alias: string): Sql {
  return sql`${name(mapping.table(table))} ${name(alias)}`
}

/** A column of a table that was given a short name. */
export function column(mapping: Mapping, table: TableId, alias: string, ebsName: string): Sql {
  return name(alias, mapping.column(table, ebsName))
}

/** Limits a read to the institution; true where the site has one institution only. */
export function ofInstitution(mapping: Mapping, table: TableId, alias: string): readonly Sql[] {
  const context = mapping.institutionContext
  if (!context?.tables.includes(table)) return []
  const number = dialectOf(mapping.client).number(context.value)
  return [sql`${column(mapping, table, alias, context.column)} = ${number}`]
}

/** What makes a person of PEOPLE a learner of this institution. */
export function isLearner(mapping: Mapping, alias: string): Sql {
  return allOf([
    ...mapping.learner.map((rule) => ruleOf(mapping, alias, rule)),
    ...ofInstitution(mapping, 'PEOPLE', alias),
  ])
}

function ruleOf(mapping: Mapping, alias: string, rule: LearnerRule): Sql {
  const value = column(mapping, 'PEOPLE', alias, rule.column)
  if ('in' in rule) {
    const listed = rule.in.map((each) => sql`${value} = ${each}`)
    return sql`(${listed.reduce((one, other) => sql`${one} or ${other}`)})`
  }
  const { emptyIsNull, numberText } = dialectOf(mapping.client)
  const empty = emptyIsNull
    ? sql`${value} is null`
    : sql`(${value} is null or ${numberText(value)} = '')`
  return rule.is === 'empty' ? empty : sql`not ${empty}`
}
