import { name, sql, type Sql } from '../../database/index.ts'
import { column, from, type Mapping } from '../mapping/index.ts'

/** A chain of merges is followed so far; longer ones go round in a circle. */
const mergesFollowed = 10

/** Which merges are wanted: those into somebody, or those of somebody who was removed. */
export type WantedMerges =
  { readonly kept: (code: Sql) => Sql } | { readonly removed: (code: Sql) => Sql }

/**
 * The beginning of a statement that has `merged` with columns `kept` and `removed`: who of ebs was
 * merged into whom, to the end of each chain and with every step on the way.
 */
export function withMerged(mapping: Mapping, wanted: WantedMerges): Sql {
  const of = (ebsName: string): Sql => column(mapping, 'PEOPLE_DEDUPLICATION_AUDIT', 'm', ebsName)
  const [kept, removed] = [of('RETAINED_PERSON_CODE'), of('REMOVED_PERSON_CODE')]
  const table = from(mapping, 'PEOPLE_DEDUPLICATION_AUDIT', 'm')
  const before = (part: string): Sql => name('merged', part)
  const isWanted = 'kept' in wanted ? wanted.kept(kept) : wanted.removed(removed)
  // From the kept backwards to all who came to them, or from the removed onwards to where they went.
  const step =
    'kept' in wanted
      ? sql`select ${before('kept')}, ${removed}, ${before('depth')} + 1 from ${name('merged')} inner join ${table} on ${kept} = ${before('removed')}`
      : sql`select ${kept}, ${before('removed')}, ${before('depth')} + 1 from ${name('merged')} inner join ${table} on ${removed} = ${before('kept')}`
  const recursive = mapping.client === 'pg' ? sql`recursive ` : sql``
  return sql`with ${recursive}${name('merged')} (${name('kept')}, ${name('removed')}, ${name('depth')}) as (select ${kept}, ${removed}, 1 from ${table} where ${isWanted} union all ${step} where ${before('depth')} < ${mergesFollowed}) `
}
