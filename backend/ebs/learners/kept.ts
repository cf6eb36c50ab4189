import * as z from 'zod'
import { dialectOf, name, sql, type Database } from '../../database/index.ts'
import type { Mapping } from '../mapping/index.ts'
import { withMerged } from './merged.ts'

const mergeRow = z.object({ removed: z.string(), kept: z.string() })

/**
 * Who of these people ebs merged into whom, to the end of each chain: person code → person code kept.
 * One round trip, none when nobody is asked for.
 */
export async function readKept(
  database: Database,
  mapping: Mapping,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map()
  const { numberIn, numberText } = dialectOf(mapping.client)
  const of = (part: 'removed' | 'kept' | 'depth') => name('merged', part)
  const rows = await database.read(
    sql`${withMerged(mapping, { removed: (code) => numberIn(code, codes) })}select ${numberText(of('removed'))} as ${name('removed')}, ${numberText(of('kept'))} as ${name('kept')} from ${name('merged')} order by ${of('depth')}`,
  )
  // A later step of a chain takes the place of an earlier one.
  return new Map(rows.map((row) => mergeRow.parse(row)).map(({ removed, kept }) => [removed, kept]))
}
