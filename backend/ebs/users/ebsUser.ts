import * as z from 'zod'
import {
  allOf,
  anyOf,
  dialectOf,
  name,
  sql,
  type Database,
  type Sql,
} from '../../database/index.ts'
import { charactersThatFit } from '../../plr/compare/length.ts'
import { column, from, type Mapping } from '../mapping/index.ts'

/** Under which name somebody's changes stand in CREATED_BY and UPDATED_BY. */
export type EbsUser =
  | { readonly kind: 'user'; readonly name: string }
  /** ebs has no enabled user for this person, and the college demands one: they may not update. */
  | { readonly kind: 'missing'; readonly detail: string }

/** What CREATED_BY and UPDATED_BY take; in bytes, which columns of Oracle count. */
const longestName = 30

/**
 * The ebs user of a signed-in person: the enabled one whose EXTERNAL_REF or NAME is their user name
 * or its part before the `@`, the whole name before the part. Where a college does not demand such
 * a row, that part stands for it.
 */
export async function findEbsUser(
  database: Database,
  mapping: Mapping,
  userName: string,
): Promise<EbsUser> {
  const part = userName.split('@')[0] ?? userName
  const rows = await database.read(usersNamed(mapping, [userName, part]))
  const users = rows.map((row) => userRow.parse(row))
  const best = [userName, part]
    .flatMap((wanted) => [
      users.find(({ externalRef }) => same(externalRef, wanted)),
      users.find(({ userName: own }) => same(own, wanted)),
    ])
    .find((user) => user !== undefined)
  if (best) return { kind: 'user', name: best.userName }
  if (!mapping.ebsUserRequired)
    return { kind: 'user', name: part.slice(0, charactersThatFit(part, longestName, 'bytes')) }
  return {
    kind: 'missing',
    detail:
      'ebs has no enabled user for your sign-in name, which this college requires for Update.',
  }
}

const userRow = z.object({ userName: z.string(), externalRef: z.nullable(z.string()) })

const same = (one: string | null, other: string): boolean =>
  one !== null && one.toLowerCase() === other.toLowerCase()

/** Enabled users with one of the names; somebody locked until later counts as not enabled. */
function usersNamed(mapping: Mapping, names: readonly string[]): Sql {
  const dialect = dialectOf(mapping.client)
  const of = (ebsName: string) => column(mapping, 'USERS', 'u', ebsName)
  const where = allOf([
    sql`${of('ENABLED')} = ${mapping.active.yes}`,
    sql`(${of('LOCKED_UNTIL')} is null or ${of('LOCKED_UNTIL')} <= ${dialect.localNow})`,
    anyOf([dialect.textIn(of('EXTERNAL_REF'), names), dialect.textIn(of('NAME'), names)]),
  ])
  return sql`select ${of('NAME')} as ${name('userName')}, ${of('EXTERNAL_REF')} as ${name('externalRef')} from ${from(mapping, 'USERS', 'u')} where ${where} order by ${of('NAME')}`
}
