import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'
import type { BenchResult } from '../result.ts'

const results = z.array(
  z.object({
    name: z.string(),
    ratio: z.number(),
    limit: z.number(),
    unit: z.string(),
    detail: z.string(),
  }),
)

/**
 * Measures the comparison in a process of its own: after other benchmarks, heap and compiled code are
 * what those have left, and the figure is of them too.
 */
export async function comparisonAlone(): Promise<readonly BenchResult[]> {
  const child = fileURLToPath(new URL('./comparisonChild.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', child])
  return results.parse(JSON.parse(stdout))
}
