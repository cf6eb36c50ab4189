import type { Run } from './blocks.ts'

/** Sorted, without overlap, neighbours joined: every row of the given runs exactly once. */
export function mergeRuns(runs: readonly Run[]): readonly Run[] {
  const merged: Run[] = []
  for (const run of [...runs].filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && run.from <= last.to) {
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, run.to) }
    } else merged.push(run)
  }
  return merged
}

/** The runs that hold these positions; gaps of at most `gap` rows are bridged. */
export function runsOf(positions: Iterable<number>, gap = 0): readonly Run[] {
  const widened = [...positions].map((at) => ({ from: at, to: at + 1 + gap }))
  return mergeRuns(widened).map(({ from, to }) => ({ from, to: to - gap }))
}

export function positionsOf(runs: readonly Run[]): readonly number[] {
  return runs.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at))
}

/** The runs cut into pieces of at most `rows` rows. */
export function cutRuns(runs: readonly Run[], rows: number): readonly Run[] {
  return runs.flatMap(({ from, to }) =>
    Array.from({ length: Math.ceil((to - from) / rows) }, (_, piece) => ({
      from: from + piece * rows,
      to: Math.min(to, from + (piece + 1) * rows),
    })),
  )
}
