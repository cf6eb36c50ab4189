/** One figure of a benchmark, as a ratio against its baseline in the same run. */
export interface BenchResult {
  readonly name: string
  readonly ratio: number
  /** The ratio that must not be passed. */
  readonly limit: number
  /** What the ratio is of, such as `× ideal`. */
  readonly unit: string
  readonly detail: string
  /** What goes with it and is no figure, a line each. */
  readonly notes?: readonly string[]
}
