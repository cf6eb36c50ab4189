import { performance } from 'node:perf_hooks'

/** Rounds that go unmeasured: code and caches get warm. */
const warmUp = 10
/** A 95th percentile of fewer rounds is the luck of one of them. */
const least = 60
const most = 2000
/** Small questions are asked again for so long: noise of a moment then meets both alike. */
const leastMs = 8000

/** Milliseconds of each round of two ways to do the same. */
export interface Turns {
  readonly one: readonly number[]
  readonly other: readonly number[]
}

/** Does two things turn about, each first in every other round, and measures both. */
export async function turnAbout(
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
): Promise<Turns> {
  const times: { one: number[]; other: number[] } = { one: [], other: [] }
  for (let round = 0; round < warmUp; round += 1) {
    await one()
    await other()
  }
  const started = performance.now()
  const isEnough = (round: number): boolean =>
    round >= most || (round >= least && performance.now() - started > leastMs)
  for (let round = 0; !isEnough(round); round += 1) {
    if (round % 2 === 0) times.one.push(await milliseconds(one))
    times.other.push(await milliseconds(other))
    if (round % 2 === 1) times.one.push(await milliseconds(one))
  }
  return times
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** The time below which a share of them lie: 0.5 is the median. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((one, other) => one - other)
  return sorted[Math.ceil(sorted.length * share) - 1] ?? 0
}
