import type { Run } from './protocol.ts'

/** The true index of the n-th one drawn, given the hidden runs in rising order. */
export const trueIndex = (hidden: readonly Run[], drawn: number): number => {
  let index = drawn
  for (const run of hidden) {
    if (run[0] > index) break
    index += run[1]
  }
  return index
}

/** Where a true index is drawn; of a hidden one, where the next drawn one is. */
export const drawnIndex = (hidden: readonly Run[], index: number): number => {
  let before = 0
  for (const run of hidden) {
    if (run[0] >= index) break
    before += Math.min(run[1], index - run[0])
  }
  return index - before
}

/** How many of the first `count` indexes are drawn. */
export const drawnCount = (hidden: readonly Run[], count: number): number =>
  drawnIndex(hidden, count)

/** Turns indexes into runs. */
export const toRuns = (indexes: Iterable<number>): Run[] => {
  const runs: [number, number][] = []
  for (const index of [...indexes].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last[0] + last[1] === index) last[1] += 1
    else if (!last || last[0] + last[1] < index) runs.push([index, 1])
  }
  return runs
}

/** Joins runs that lie on or beside each other; in rising order. */
export const joinRuns = (runs: readonly Run[]): Run[] => {
  const joined: [number, number][] = []
  for (const [first, count] of [...runs].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1)
    if (last && first <= last[0] + last[1]) last[1] = Math.max(last[1], first + count - last[0])
    else joined.push([first, count])
  }
  return joined
}
