import { name, sql, toRaw } from '../database/index.ts'
import type { Sql } from '../database/index.ts'
import { withMerged } from '../ebs/learners/index.ts'
import { column, from } from '../ebs/mapping/index.ts'
import type { Mapping } from '../ebs/mapping/index.ts'
import type { Link } from './openLink.ts'
import { isPersonOf } from './people.ts'

/** What was dropped of learners whom ebs deleted. */
export type Forgotten =
  | { readonly kind: 'forgotten'; readonly learners: number }
  /** So many are missing that PEOPLE itself may not be seen whole: nothing was dropped. */
  | { readonly kind: 'doubtful'; readonly missing: number; readonly linked: number }

/** More missing learners at once than this, and more than a tenth, are not believed. */
const believed = 50
/** Learners a statement. */
const piece = 500

/**
 * Drops the links and undo images of people whom ebs deleted, and of those merged into somebody whom
 * it deleted. What is held of people merged into a learner stays: it is the learner's now.
 */
export async function forgetDeleted(link: Link, mapping: Mapping): Promise<Forgotten> {
  const linked = await linkedPeople(link)
  const missing: string[] = []
  for (let at = 0; at < linked.length; at += piece) {
    missing.push(...(await goneOf(link, mapping, linked.slice(at, at + piece))))
  }
  if (missing.length > believed && missing.length > linked.length / 10) {
    return { kind: 'doubtful', missing: missing.length, linked: linked.length }
  }
  for (let at = 0; at < missing.length; at += piece) {
    await forget(link, missing.slice(at, at + piece))
  }
  return { kind: 'forgotten', learners: missing.length }
}

async function linkedPeople({ database, tables, databaseId }: Link): Promise<readonly string[]> {
  const rows = await database.read(
    sql`select distinct ${database.dialect.numberText(name('person_code'))} as ${name('person')} from ${name(...tables.links)} where ${name('database_id')} = ${databaseId} union select distinct ${database.dialect.numberText(name('person_code'))} from ${name(...tables.undoImages)} where ${ofHere({ tables, databaseId })}`,
  )
  return rows.map((row) => String(row['person']))
}

/** Undo images know their database through their run. */
function ofHere({ tables, databaseId }: Pick<Link, 'tables' | 'databaseId'>): Sql {
  return sql`${name('run_id')} in (select ${name('run_id')} from ${name(...tables.runs)} where ${name('database_id')} = ${databaseId})`
}

/** Those of some people who are no longer in ebs, and whom nobody there was given the records of. */
async function goneOf(
  { database }: Link,
  mapping: Mapping,
  people: readonly string[],
): Promise<readonly string[]> {
  const { numberText, numberIn } = database.dialect
  const code = column(mapping, 'PEOPLE', 'p', 'PERSON_CODE')
  const table = from(mapping, 'PEOPLE', 'p')
  const rows = await database.read(
    sql`${withMerged(mapping, { removed: (removed) => numberIn(removed, people) })}select ${numberText(code)} as ${name('person')} from ${table} where ${numberIn(code, people)} union select ${numberText(name('merged', 'removed'))} from ${name('merged')} inner join ${table} on ${code} = ${name('merged', 'kept')}`,
  )
  const there = new Set(rows.map((row) => String(row['person'])))
  return people.filter((person) => !there.has(person))
}

async function forget(link: Link, people: readonly string[]): Promise<void> {
  const { database, tables, databaseId } = link
  await database.transaction(async ({ knex }) => {
    const isOne = toRaw(knex, isPersonOf(database.dialect, name('person_code'), people))
    await knex(tables.links.join('.')).where({ database_id: databaseId }).where(isOne).delete()
    await knex(tables.undoImages.join('.'))
      .where(isOne)
      .where(toRaw(knex, ofHere(link)))
      .delete()
  })
}
