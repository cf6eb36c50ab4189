import { performance } from 'node:perf_hooks'
import pg from 'pg'
import { openDatabase } from '../backend/database/index.ts'
import { createLearnerDirectory } from '../backend/ebs/learners/index.ts'
import { loadMapping } from '../backend/ebs/mapping/index.ts'
import { testDatabase } from '../sandbox/ebs/index.ts'
import type { BenchResult } from './result.ts'
import { bestStatement } from './search/best.ts'
import { searchCases, type SearchCase } from './search/cases.ts'
import { fillEbs, learners } from './search/fill.ts'

const rounds = 25
const warmUp = 3

/**
 * Search over 250,000 learners against the best statement a DBA would write for the same question
 * (bench/search/best.ts), taken turn and turn about in one run. The ratio is of the 95th percentiles.
 */
export async function searchBench(): Promise<BenchResult[]> {
  const server = await testDatabase()
  await fillEbs(server.url)
  const loaded = await loadMapping('pg', undefined, { attainmentType: 'PLR' })
  if (loaded.kind === 'wrong') throw new Error(loaded.problems.join('\n'))
  const database = openDatabase({ client: 'pg', connection: { connectionString: server.url } })
  const directory = createLearnerDirectory({ database, mapping: loaded.mapping })
  const dba = new pg.Client({ connectionString: server.url })
  await dba.connect()
  try {
    const results: BenchResult[] = []
    for (const one of searchCases) results.push(await compare(one, directory, dba))
    return results
  } finally {
    await dba.end()
    await database.close()
    await server.close()
  }
}

async function compare(
  { name, condition, where }: SearchCase,
  directory: ReturnType<typeof createLearnerDirectory>,
  dba: pg.Client,
): Promise<BenchResult> {
  const ours: number[] = []
  const best: number[] = []
  const statement = bestStatement(where)
  for (let round = -warmUp; round < rounds; round += 1) {
    const started = performance.now()
    const found = await directory.search(
      { condition },
      { kind: 'all' },
      new AbortController().signal,
    )
    const between = performance.now()
    const { rows } = await dba.query<unknown[]>({ text: statement, rowMode: 'array' })
    const ended = performance.now()
    assertSame(name, found, rows)
    if (round < 0) continue
    ours.push(between - started)
    best.push(ended - between)
  }
  const [mine, theirs] = [p95(ours), p95(best)]
  return {
    name: `search: ${name}`,
    ratio: mine / theirs,
    limit: 1.5,
    unit: '× best statement',
    detail: `p95 ${mine.toFixed(1)} ms against ${theirs.toFixed(1)} ms, ${learners} learners, one round trip; rows the best statement reads: ${await rowsRead(dba, statement)}`,
  }
}

function assertSame(
  name: string,
  found: Awaited<ReturnType<ReturnType<typeof createLearnerDirectory>['search']>>,
  rows: readonly (readonly unknown[])[],
): void {
  const mine = found.kind === 'found' ? found.learners.map(({ personCode }) => personCode) : []
  const total = found.kind === 'found' ? found.total : -1
  const theirs = rows.map(([personCode]) => personCode)
  if (mine.join() !== theirs.join() || total !== Number(rows[0]?.at(-1) ?? 0)) {
    throw new Error(`The search "${name}" found others than the statement it is measured against.`)
  }
}

async function rowsRead(dba: pg.Client, statement: string): Promise<number> {
  const { rows } = await dba.query<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>(
    `explain (analyze, timing off, format json) ${statement}`,
  )
  const [top] = rows[0]?.['QUERY PLAN'] ?? []
  return top ? scanned(top.Plan) : 0
}

interface Plan {
  readonly 'Node Type': string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly Plans?: readonly Plan[]
}

/** Rows that the scans of a plan looked at. */
function scanned(plan: Plan): number {
  const own = plan['Node Type'].includes('Scan')
    ? (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops']
    : 0
  return Math.round((plan.Plans ?? []).reduce((sum, inner) => sum + scanned(inner), own))
}

function p95(times: readonly number[]): number {
  const sorted = [...times].sort((one, other) => one - other)
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0
}
