import * as z from 'zod'
import { dialectOf, name, sql, type Database, type Sql } from '../../database/index.ts'
import type { FoundLearner, Visibility } from '../../plr/learner/learner.ts'
import { someEnrolment } from '../condition/index.ts'
import { column, from, isLearner, type Mapping } from '../mapping/index.ts'
import { learnerColumns, learnerOf } from './columns.ts'
import { codeOf, foundOf, whoMayBeNamed } from './found.ts'
import { readKept } from './kept.ts'
import { visibleTo } from './visibility.ts'

/** Most codes that one statement asks for. */
const codesAtOnce = 1000
/** No number of ebs is longer; a longer code is nobody’s, and no engine is asked for it. */
const longestCode = 18

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
  const possible = codes.filter((code) => code.length <= longestCode)
  for (let at = 0; at < possible.length; at += codesAtOnce) {
    const part = possible.slice(at, at + codesAtOnce)
    for (const one of await findPart(database, mapping, part, visibility)) {
      found.set(codeOf(one), one)
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
  const [people, kept] = await Promise.all([
    readPeople(database, mapping, codes, visibility),
    readKept(database, mapping, codes),
  ])
  const records = [...people.values()]
  const named = [...kept.values(), ...records.flatMap(({ learner }) => learner.sharesUlnWith ?? [])]
  const mayName = await whoMayBeNamed(named, visibility, (some) =>
    readPeople(database, mapping, some, visibility),
  )
  return codes.flatMap((code) => foundOf(code, people.get(code), kept.get(code), mayName) ?? [])
}

const flags = z.object({
  isLearner: z.coerce.boolean(),
  isVisible: z.coerce.boolean(),
  isEnrolled: z.coerce.boolean(),
})

/** The people of these codes, each with whether they are a learner and whether the asker may see them. */
export async function readPeople(
  database: Database,
  mapping: Mapping,
  codes: readonly string[],
  visibility: Visibility,
) {
  const everywhere = sql`1 = 1`
  const [visible = everywhere] = visibleTo(mapping, visibility)
  const enrolled = visibility.kind === 'all' ? everywhere : someEnrolment(mapping, [])
  const flag = (test: Sql, as: string) => sql`case when ${test} then 1 else 0 end as ${name(as)}`
  const rows = await database.read(
    sql`select ${learnerColumns(mapping)}, ${flag(isLearner(mapping, 'p'), 'isLearner')}, ${flag(visible, 'isVisible')}, ${flag(enrolled, 'isEnrolled')} from ${from(mapping, 'PEOPLE', 'p')} where ${dialectOf(mapping.client).numberIn(column(mapping, 'PEOPLE', 'p', 'PERSON_CODE'), codes)}`,
  )
  return new Map(
    rows.map((row) => {
      const { learner } = learnerOf(mapping, row)
      return [learner.personCode, { learner, ...flags.parse(row) }] as const
    }),
  )
}
