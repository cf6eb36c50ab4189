import { dialectOf, type DatabaseClient } from '../../database/index.ts'
import { note, ok } from '../report/finding.ts'
import type { Finding } from '../report/finding.ts'
import { quoted } from '../statements/quote.ts'
import { splitName, tableName } from './site.ts'
import type { Site } from './site.ts'

/** Texts that people search by so often that reading every learner for them is worth avoiding. */
const wanted = [{ table: 'PEOPLE', column: 'SURNAME', what: 'surname' }] as const

/** Whether an index holds a text as searches compare it: without case, and accents where they can. */
export async function checkTextIndexes(site: Site): Promise<readonly Finding[]> {
  const { mapping } = site
  const { client } = mapping
  const present = wanted.filter(({ table, column }) => site.column(table, column) !== undefined)
  if (present.length === 0) return []
  const found = await site.catalogue.textIndexes(
    present.map(({ table }) => tableName(mapping, table)),
  )
  return present.map(({ table, column, what }) => {
    const place = splitName(mapping.table(table))
    const expression = comparedAs(client, mapping.column(table, column))
    const isThere = found.some(
      (each) =>
        site.key(each.owner, each.table) === site.key(place.owner, place.table) &&
        isSameExpression(each.expression, expression),
    )
    if (isThere) return ok(`An index serves searches by ${what}`, expression)
    const name = mapping.table(table)
    return note(
      `No index serves searches by ${what}: they read all of ${name}`,
      `Searches compare ${expression}, without ${dialectOf(client).matches.replace('and', 'or')}: an index on the bare column serves none of them. For “contains” and “ends with” no index can help.`,
      advice[client](name, expression, mapping.column(table, column)),
    )
  })
}

/** A text column as the statement of a search has it beside the value. */
export const comparedAs = (client: DatabaseClient, column: string): string =>
  dialectOf(client).folded({ text: quoted(client, column), bindings: [] }).text

const onExpression = (table: string, expression: string): string =>
  `Where such searches are too slow, ask the DBA for an index on ${table} (${expression}).`

const advice: Readonly<
  Record<DatabaseClient, (table: string, expression: string, column: string) => string>
> = {
  pg: onExpression,
  oracledb: onExpression,
  // An index on a computed column makes writes fail in sessions with other SET options than it needs.
  mssql: (table, expression, column) =>
    `Where such searches are too slow, and the collation of ${column} is that one, ask the DBA for an index on ${table} (${column}). With another collation it takes a computed column (${expression}) and an index on it: that changes a table of ebs, and refuses writes of ebs whose SET options do not suit it, so ask Tribal first.`,
}

/** Whether an index is on an expression, which each catalogue writes with brackets and casts of its own. */
export const isSameExpression = (one: string, other: string): boolean => plain(one) === plain(other)

const plain = (expression: string): string =>
  expression.toLowerCase().replaceAll(/::(text|character varying)|[\s()[\]"]/g, '')
