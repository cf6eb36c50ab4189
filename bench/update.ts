import { startCollege } from './update/college.ts'
import type { BenchCollege } from './update/college.ts'
import { bareInsert, rowByRow } from './update/baselines.ts'
import { comparisonAlone } from './update/comparisonAlone.ts'
import type { BenchResult } from './result.ts'

const learners = 1000
const rowsEach = 15
/** What the machine does beside it comes and goes: of each the fastest of so many, turn about. */
const passes = 5
/** Row by row takes so long that a part of the learners has to do. */
const few = 100

/** Update against the bare statements it is made of, on one PostgreSQL server with fsync on. */
export async function updateBench(): Promise<BenchResult[]> {
  const college = await startCollege()
  try {
    return [...(await speed(college)), await roundTrips(college), ...(await comparisonAlone())]
  } finally {
    await college.close()
  }
}

async function speed(college: BenchCollege): Promise<BenchResult[]> {
  const updates: number[] = []
  const bare: number[] = []
  const singles: number[] = []
  for (let pass = 0; pass < passes; pass += 1) {
    await college.reset(learners, 0)
    bare.push(await timed(() => bareInsert(college.database, learners, rowsEach)))
    await college.reset(learners, 0)
    const rowKeys = await college.rowKeys(learners, rowsEach)
    updates.push(await timed(() => college.update(rowKeys, learners * rowsEach)))
    await college.reset(learners, 0)
    singles.push(await timed(() => rowByRow(college.database, few, rowsEach)))
  }
  const [update, insert] = [best(updates), best(bare)]
  const single = (best(singles) * learners) / few
  const told = `${learners} learners × ${rowsEach} rows in ${seconds(update)}`
  return [
    {
      name: 'Update against a bare multi-row INSERT of the attainments alone',
      ratio: update / insert,
      limit: 3,
      unit: '× bare insert',
      detail: `${told}; bare insert, 1000 rows a statement, one transaction: ${seconds(insert)}`,
    },
    {
      name: 'Update against one statement a row and one transaction a row',
      ratio: update / single,
      limit: 0.1,
      unit: '× row by row',
      detail: `${told}; row by row ${seconds(single)} (${few} learners measured): ${(single / update).toFixed(1)} times faster`,
    },
  ]
}

/** Round trips a learner, with 15 and with 500 attainments of history each. */
async function roundTrips(college: BenchCollege): Promise<BenchResult> {
  const some = 100
  const count = async (history: number): Promise<number> => {
    await college.reset(some, history)
    const rowKeys = await college.rowKeys(some, rowsEach)
    const before = college.statements()
    await college.update(rowKeys, some * rowsEach)
    return (college.statements() - before) / some
  }
  const [short, long] = [await count(15), await count(500)]
  return {
    name: 'Round trips as a learner’s history grows from 15 to 500 attainments',
    ratio: long / short,
    limit: 1.001,
    unit: '× round trips',
    detail: `${short.toFixed(2)} statements a learner with 15, ${long.toFixed(2)} with 500`,
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const best = (times: readonly number[]): number => Math.min(...times)
const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`
