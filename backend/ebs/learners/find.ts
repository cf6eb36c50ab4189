import * as z from 'zod'
import { dialectOf, name, sql, type Database, type Sql } from '../../database/index.ts'
import type { FoundLearner, Visibility } from '../../plr/learner/learner.ts'
import { column, from, isLearner, type Mapping } from '../mapping/index.ts'
import { learnerColumns, learnerOf } from './columns.ts'
import { visibleTo } from './visibility.ts'

/** Most codes that one statement asks for. */
const codesAtOnce = 1000
/** A chain of merges is followed so far; longer ones go round in a circle. */
const mergesFollowed = 10

/** Finds people by person code; the map has an entry for every code asked. */
export async function findLearners(
  database: Database,
  mapping: Mapping,
  personCodes: readonly string[],
  visibility: Visibility,
): Promise<ReadonlyMap<string, FoundLearner>> {
  const codes = [...new Set(personCodes)]
  const found = new Map<string, FoundLearner>(
    codes.map((personCode) => [personCode, { kind: 'unknown', personCode }]),
  )
  for (let at = 0; at < codes.length; at += codesAtOnce) {
    const part = codes.slice(at, at + codesAtOnce)
    for (const one of await findPart(database, mapping, part, visibility)) {
      found.set(one.kind === 'learner' ? one.learner.personCode : one.personCode, one)
    }
  }
  return found
}

async function findPart(
  database: Database,
  mapping: Mapping,
  codes: readonly string[],
  visibility: Visibility,
): Promise<readonly FoundLearner[]> {
  const [people, merges] = await Promise.all([
    readPeople(database, mapping, codes, visibility),
    readMerges(database, mapping, codes),
  ])
  const learners = [...people.values()].flatMap(
    ({ learner, isLearner: is, isVisible, mergedInto }) =>
      is && isVisible && mergedInto === null ? [{ kind: 'learner', learner } as const] : [],
  )
  const merged = [...merges].filter(([code]) => people.get(code)?.isLearner !== false)
  return [...learners, ...(await visibleMerges(database, mapping, merged, visibility))]
}

/** Of those merged away, the ones whose kept person the asker may see; the others stay unknown. */
async function visibleMerges(
  database: Database,
  mapping: Mapping,
  merged: readonly (readonly [string, string])[],
  visibility: Visibility,
): Promise<readonly FoundLearner[]> {
  const all = merged.map(
    ([personCode, keptPersonCode]) => ({ kind: 'merged', personCode, keptPersonCode }) as const,
  )
  if (all.length === 0 || visibility.kind === 'all') return all
  const kept = [...new Set(all.map(({ keptPersonCode }) => keptPersonCode))]
  const people = await readPeople(database, mapping, kept, visibility)
  return all.filter(({ keptPersonCode }) => people.get(keptPersonCode)?.isVisible)
}

const flags = z.object({ isLearner: z.coerce.boolean(), isVisible: z.coerce.boolean() })

async function readPeople(
  database: Database,
  mapping: Mapping,
  codes: readonly string[],
  visibility: Visibility,
) {
  const [visible = sql`1 = 1`] = visibleTo(mapping, visibility)
  const flag = (test: Sql, as: string) => sql`case when ${test} then 1 else 0 end as ${name(as)}`
  const rows = await database.read(
    sql`select ${learnerColumns(mapping)}, ${flag(isLearner(mapping, 'p'), 'isLearner')}, ${flag(visible, 'isVisible')} from ${from(mapping, 'PEOPLE', 'p')} where ${dialectOf(mapping.client).numberIn(column(mapping, 'PEOPLE', 'p', 'PERSON_CODE'), codes)}`,
  )
  return new Map(
    rows.map((row) => {
      const read = learnerOf(mapping, row)
      return [read.learner.personCode, { ...read, ...flags.parse(row) }] as const
    }),
  )
}

const mergeRow = z.object({ removed: z.string(), kept: z.string() })

/** Who of them ebs merged into whom, to the end of each chain. */
async function readMerges(
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
