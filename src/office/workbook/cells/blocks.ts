/** A run of rows: `from` included, `to` not. */
export interface Run {
  readonly from: number
  readonly to: number
}

export interface BlockLimits {
  /** Aim for a block, in bytes of JSON. Excel on the web refuses a request or response over 5 MB. */
  readonly bytes: number
  readonly rows: number
}

export const writeLimits: BlockLimits = { bytes: 1_500_000, rows: 4_000 }

const utf8 = new TextEncoder()

/** What a row of cells weighs on the wire, in bytes. */
export function rowBytes(cells: readonly unknown[]): number {
  return utf8.encode(JSON.stringify(cells)).length + 1
}

/** Cuts rows, given by their weights, into the fewest runs within the limits; a heavy row stands alone. */
export function planBlocks(weights: readonly number[], limits: BlockLimits): readonly Run[] {
  const blocks: Run[] = []
  let from = 0
  let bytes = 0
  weights.forEach((weight, at) => {
    if (at > from && (bytes + weight > limits.bytes || at - from >= limits.rows)) {
      blocks.push({ from, to: at })
      from = at
      bytes = 0
    }
    bytes += weight
  })
  if (weights.length > from) blocks.push({ from, to: weights.length })
  return blocks
}

/** The same run in two halves; a run of one row cannot be halved. */
export function halves({ from, to }: Run): readonly [Run, Run] | null {
  if (to - from < 2) return null
  const middle = from + Math.floor((to - from) / 2)
  return [
    { from, to: middle },
    { from: middle, to },
  ]
}
