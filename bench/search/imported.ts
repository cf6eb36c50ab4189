import { performance } from 'node:perf_hooks'
import * as z from 'zod'
import type { Database } from '../../backend/database/index.ts'
import type { LearnerDirectory } from '../../backend/plr/learner/directory.ts'
import type { ConditionRule } from '../../contract/index.ts'
import type { BenchResult } from '../result.ts'
import { percentile } from './turns.ts'

/** Each takes a second or more. */
const rounds = 5

/** Conditions that ask for the newest record, and what they ask of it. */
const cases: readonly (readonly [ConditionRule['operator'], ConditionRule['value'], string])[] = [
  ['<', '2022-09-01', `newest < '2022-09-01'`],
  ['=', '2026-02-10', `newest >= '2026-02-10' and newest < '2026-02-11'`],
]

/**
 * PLR Last Imported as the only condition, over twelve records a learner: the search, and the plain
 * statement that looks at each learner's records in turn, turn about.
 */
export async function importedBench(
  directory: LearnerDirectory,
  database: Database,
): Promise<BenchResult[]> {
  const results: BenchResult[] = []
  for (const [operator, value, test] of cases) {
    const rules = [{ field: 'plrImported', operator, value }]
    const search = async (): Promise<number> => {
      const answer = await directory.search(
        { condition: { combinator: 'and', rules } },
        { kind: 'all' },
        new AbortController().signal,
      )
      if (answer.kind !== 'found') throw new Error(answer.detail)
      return answer.total
    }
    const inTurn = async (): Promise<number> => {
      const rows = await database.read({ text: oneByOne(test), bindings: [] })
      return z.array(z.object({ total: z.coerce.number() })).parse(rows)[0]?.total ?? 0
    }
    results.push(await measured(`PLR last imported ${operator} a day, alone`, search, inTurn))
  }
  return results
}

async function measured(
  name: string,
  search: () => Promise<number>,
  inTurn: () => Promise<number>,
): Promise<BenchResult> {
  const [ours, theirs]: [number[], number[]] = [[], []]
  let found = 0
  for (let round = 0; round < rounds; round += 1) {
    const [mine, other] = [await timed(search, ours), await timed(inTurn, theirs)]
    if (mine !== other) throw new Error(`"${name}" found ${mine} learners, one by one ${other}.`)
    found = mine
  }
  const [median, theirMedian] = [percentile(ours, 0.5), percentile(theirs, 0.5)]
  return {
    name: `search: ${name}`,
    ratio: median / theirMedian,
    limit: 1,
    unit: '× each learner in turn',
    detail: `median ${median.toFixed(0)} ms against ${theirMedian.toFixed(0)} ms, ${rounds} turns; ${found} found`,
  }
}

async function timed<Result>(work: () => Promise<Result>, times: number[]): Promise<Result> {
  const started = performance.now()
  const result = await work()
  times.push(performance.now() - started)
  return result
}

const oneByOne = (test: string): string => `
select count(*) as total from people p
where p.fes_staff_code is null and exists (
  select from (select max(coalesce(a.updated_date, a.created_date)) as newest from attainments a
               where a.per_person_code = p.person_code and a.source = 'PLR data') n
  where ${test})`
