import { startBenchCollege, type BenchCollege } from './download/college.ts'
import { download, type Downloaded } from './download/client.ts'
import type { BenchResult } from './result.ts'

const callMs = 150
const inFlight = 20
const growthLimit = 20_000_000

/** Downloads through the real backend, as an HTTP client sees them. */
export async function downloadBench(): Promise<BenchResult[]> {
  const college = await startBenchCollege(callMs)
  try {
    await download(college, college.codes(0, 1000))
    return [...(await thousand(college)), ...(await hundred(college)), await memory(college)]
  } finally {
    await college.close()
  }
}

async function thousand(college: BenchCollege): Promise<BenchResult[]> {
  const before = await college.backend.usage()
  const { lastMs, bytes } = await download(college, college.codes(0, 1000))
  const after = await college.backend.usage()
  const ideal = (1000 / inFlight) * callMs
  const cpu = (after.user - before.user) / 1000 / 1000
  return [
    {
      name: 'Download of 1000 learners × 15, to the last frame',
      ratio: lastMs / ideal,
      limit: 1.1,
      unit: '× ideal',
      detail: `${Math.round(lastMs)} ms, ${(bytes / 1e6).toFixed(1)} MB; ideal ${ideal} ms`,
    },
    {
      name: 'CPU of the backend for one learner of a download',
      ratio: cpu / (callMs / inFlight),
      limit: 1,
      unit: '× the time that LRS leaves for one',
      detail: `${cpu.toFixed(2)} ms user time, all of HTTP, LRS, comparison and rows`,
    },
  ]
}

/** The median of five: what else runs on the machine hits single ones. */
async function hundred(college: BenchCollege): Promise<BenchResult[]> {
  const runs: Downloaded[] = []
  for (let run = 0; run < 5; run += 1) runs.push(await download(college, college.codes(0, 100)))
  const lastMs = median(runs.map((run) => run.lastMs))
  const firstMs = median(runs.map((run) => run.firstMs))
  const ideal = (100 / inFlight) * callMs
  return [
    {
      name: 'Download of 100 learners × 15, to the last frame',
      ratio: lastMs / ideal,
      limit: (ideal + 300) / ideal,
      unit: '× ideal',
      detail: `${Math.round(lastMs)} ms; ideal ${ideal} ms`,
    },
    {
      name: 'Download: first row',
      ratio: firstMs / callMs,
      limit: 2,
      unit: '× one call',
      detail: `${Math.round(firstMs)} ms; one call ${callMs} ms`,
    },
  ]
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** Heap after a collection, after 1000 learners and after 4000 more. */
async function memory(college: BenchCollege): Promise<BenchResult> {
  const { heap: before } = await college.backend.usage()
  for (let from = 1000; from < 5000; from += 1000) {
    await download(college, college.codes(from, 1000))
  }
  const { heap: after } = await college.backend.usage()
  return {
    name: 'Download: growth of the heap from 1000 to 5000 learners',
    ratio: (after - before) / growthLimit,
    limit: 1,
    unit: '× 20 MB',
    detail: `${mb(before)} MB after 1000, ${mb(after)} MB after 5000`,
  }
}

const mb = (bytes: number): string => (bytes / 1e6).toFixed(1)
