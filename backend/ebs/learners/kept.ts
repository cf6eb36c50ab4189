import * as z from 'zod'
import { dialectOf, name, sql, type Database, type Sql } from '../../database/index.ts'
import { column, from, type Mapping } from '../mapping/index.ts'

/** A chain of merges is followed so far; longer ones go round in a circle. */
const mergesFollowed = 10

const mergeRow = z.object({ removed: z.string(), kept: z.string() })

/** Who of these people ebs merged into whom, to the end of each chain: person code → person code kept. */
export async function readKept(
  database: Database,
  mapping: Mapping,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const kept = new Map<string, string>()
  let asked = codes
  for (let round = 0; round < mergesFollowed && asked.length > 0; round += 1) {
    const rows = await database.read(mergesOf(mapping, asked))
    const next = new Map(
      rows.map((row) => mergeRow.parse(row)).map((row) => [row.removed, row.kept]),
    )
    if (round === 0) for (const [removed, to] of next) kept.set(removed, to)
    else for (const [removed, to] of kept) kept.set(removed, next.get(to) ?? to)
    asked = [...new Set(next.values())]
  }
  return kept
}

function mergesOf(mapping: Mapping, codes: readonly string[]): Sql {
  const { numberText, numberIn } = dialectOf(mapping.client)
  const of = (ebsName: string) => column(mapping, 'PEOPLE_DEDUPLICATION_AUDIT', 'm', ebsName)
  const removed = of('REMOVED_PERSON_CODE')
  return sql`select ${numberText(removed)} as ${name('removed')}, ${numberText(of('RETAINED_PERSON_CODE'))} as ${name('kept')} from ${from(mapping, 'PEOPLE_DEDUPLICATION_AUDIT', 'm')} where ${numberIn(removed, codes)}`
}
