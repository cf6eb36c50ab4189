import { performance } from 'node:perf_hooks'
import { isDeepStrictEqual } from 'node:util'
import { openDatabase, type Sql } from '../backend/database/index.ts'
import { createLearnerDirectory } from '../backend/ebs/learners/index.ts'
import { readMapping } from '../backend/ebs/mapping/index.ts'
import type { LearnerDirectory } from '../backend/plr/learner/directory.ts'
import { testDatabase } from '../sandbox/ebs/index.ts'
import type { BenchResult } from './result.ts'
import { bestStatement } from './search/best.ts'
import { searchCases, type SearchCase } from './search/cases.ts'
import { elsewhere } from './search/engines.ts'
import { fillAttainments, fillEbs, learners } from './search/fill.ts'
import { importedBench } from './search/imported.ts'
import { rowsOfPlan } from './search/plan.ts'
import { percentile, turnAbout } from './search/turns.ts'
import { watch, type Watched } from './search/watched.ts'

/** What is measured against may take longer than a search is let. */
const statementMs = 60_000

/**
 * Search over 250,000 learners against the best statement a DBA would write for the same question
 * (bench/search/best.ts), taken turn and turn about in one run through the same pool and driver. Ours
 * is the whole search, from the condition to the learners; theirs is the statement alone. The ratio
 * is of the 95th percentiles.
 */
export async function searchBench(): Promise<BenchResult[]> {
  const server = await testDatabase()
  await fillEbs(server.url)
  const loaded = await readMapping('pg', '{}', '', { attainmentType: 'PLR' })
  if (loaded.kind === 'wrong') throw new Error(loaded.problems.join('\n'))
  const watched = watch(
    openDatabase({
      client: 'pg',
      connection: { connectionString: server.url },
      limits: { statementMs },
    }),
  )
  const directory = createLearnerDirectory({ database: watched.database, mapping: loaded.mapping })
  try {
    const results: BenchResult[] = []
    for (const one of searchCases) results.push(await compare(one, directory, watched))
    await fillAttainments(server.url)
    return [...results, ...(await importedBench(directory, watched.database))]
  } finally {
    await watched.database.close()
    await server.close()
  }
}

async function compare(
  one: SearchCase,
  directory: LearnerDirectory,
  watched: Watched,
): Promise<BenchResult> {
  const search = (): Promise<unknown> =>
    directory.search({ condition: one.condition }, { kind: 'all' }, new AbortController().signal)
  const best: Sql = { text: bestStatement(one.where), bindings: [] }
  const { database } = watched

  watched.forget()
  await search()
  const [ours, ...others] = watched.statements
  if (ours === undefined) throw new Error(`The search "${one.name}" sent no statement.`)
  const found = await database.read(ours)
  if (!isDeepStrictEqual(found, await database.read(best))) {
    throw new Error(
      `The search "${one.name}" found others than the statement it is measured against.`,
    )
  }
  const [mine, theirs] = [await rowsOfPlan(database, ours), await rowsOfPlan(database, best)]

  const outside: number[] = []
  const { one: searches, other: bests } = await turnAbout(
    async () => {
      watched.forget()
      const started = performance.now()
      await search()
      outside.push(performance.now() - started - watched.ms)
    },
    () => database.read(best, new AbortController().signal),
  )
  const [p95, bestP95] = [percentile(searches, 0.95), percentile(bests, 0.95)]
  const [median, bestMedian] = [percentile(searches, 0.5), percentile(bests, 0.5)]
  return {
    name: `search: ${one.name}`,
    ratio: p95 / bestP95,
    limit: 1.5,
    unit: '× best statement',
    detail: [
      `p95 ${ms(p95)} against ${ms(bestP95)}, median ${ms(median)} against ${ms(bestMedian)}`,
      `${searches.length} turns, ${ms(percentile(outside, 0.5))} of each outside of statements`,
      `${learners} learners, round trips ${others.length + 1}`,
      `rows read ${mine.read} against ${theirs.read}, returned ${mine.returned} against ${theirs.returned} of ${String(found[0]?.['total'] ?? 0)}`,
    ].join('; '),
    notes: await elsewhere(one.condition),
  }
}

const ms = (time: number): string => `${time.toFixed(2)} ms`
