import { isDeepStrictEqual } from 'node:util'
import { createComparer } from '../../backend/plr/compare/comparer.ts'
import type { Comparison } from '../../backend/plr/compare/comparison.ts'
import { readRules } from '../../backend/plr/compare/rules/rules.ts'
import { sampleMapping } from '../../tests/support/compareSamples.ts'
import type { BenchResult } from '../result.ts'
import { comparedLearners } from './compared.ts'
import type { Compared } from './compared.ts'
import { lookUp } from './lookUp.ts'
import type { Found } from './lookUp.ts'

const learners = 1000
const rowsEach = 15
const passes = 40

/**
 * Comparing alone, against a look-up of the same rows in a Map: of records as ebs's own import left
 * them, and as an Update left them.
 */
export function comparison(): BenchResult[] {
  return [measure('records of ebs’s own import', false), measure('records linked before', true)]
}

function measure(kind: string, linked: boolean): BenchResult {
  const all = comparedLearners(learners, rowsEach, linked)
  const compare = createComparer({ mapping: sampleMapping, rules: readRules() })
  const compareOne = ({ events, held }: Compared) => compare(events, held, false)
  const lookOneUp = ({ events, held }: Compared) => lookUp(events, held)
  const told = check(all, compareOne, lookOneUp)
  const [compared, lookedUp] = fastest(
    () => taken(all, compareOne),
    () => taken(all, lookOneUp),
  )
  const rows = learners * rowsEach
  const each = (ms: number): string =>
    `${ms.toFixed(1)} ms (${((ms * 1e6) / rows).toFixed(0)} ns a row)`
  return {
    name: `Comparison against a Map look-up over the same rows, ${kind}`,
    ratio: compared / lookedUp,
    limit: 2,
    unit: '× Map look-up',
    detail: `${rows} rows, ${told}: ${each(compared)}, look-up ${each(lookedUp)}`,
  }
}

/** That both find the same records and the same changes, and how many rows are what. */
function check(
  all: readonly Compared[],
  compareOne: (one: Compared) => readonly Comparison[],
  lookOneUp: (one: Compared) => readonly Found[],
): string {
  const counts = { Same: 0, Changed: 0, New: 0, Review: 0 }
  for (const one of all) {
    const found = lookOneUp(one)
    for (const [at, { status, held, changes }] of compareOne(one).entries()) {
      const same =
        held?.attainmentCode === found[at]?.record?.attainmentCode &&
        isDeepStrictEqual(changes, found[at]?.changes)
      if (!same) throw new Error('The two do not find the same')
      counts[status] += 1
    }
  }
  return Object.entries(counts)
    .map(([status, count]) => `${count} ${status}`)
    .join(', ')
}

/** Learner by learner, as a download takes them: what came of one is not kept while the next is done. */
function taken(
  all: readonly Compared[],
  work: (one: Compared) => readonly Pick<Comparison, 'changes'>[],
): number {
  let changes = 0
  for (const one of all) for (const row of work(one)) changes += row.changes.length
  return changes
}

/**
 * The least processor time of several passes of each, turn about: what else the machine does meanwhile
 * does not count.
 */
function fastest(one: () => unknown, other: () => unknown): readonly [number, number] {
  let best: readonly [number, number] = [Infinity, Infinity]
  for (let pass = 0; pass < passes; pass += 1) {
    best = [Math.min(best[0], measured(one)), Math.min(best[1], measured(other))]
  }
  return best
}

function measured(work: () => unknown): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
