import { halves, planBlocks, rowBytes, writeLimits, type Run } from '../cells/blocks.ts'
import { WorkbookError } from '../error.ts'
import { withDoubt } from '../manifest/manifest.ts'
import type { BatchWritten, LearnerRows, SessionWriter } from '../port.ts'
import type { SessionPlace } from '../session/place.ts'
import { dropRows } from './dropRows.ts'
import { sortGrid } from './sort.ts'
import { writeChunk } from './writeChunk.ts'

/**
 * A writer of answers into an open session. `mayStand` are the learners that may have rows already; it
 * grows with what is written.
 */
export function createWriter(
  place: SessionPlace,
  mayStand: ReadonlySet<string>,
  keepHidden: () => Promise<void>,
): SessionWriter {
  const standing = new Set(mayStand)

  async function writeRun(
    answers: readonly LearnerRows[],
    run: Run,
    replace: boolean,
  ): Promise<BatchWritten> {
    const chunk = answers.slice(run.from, run.to)
    const codes = chunk.map(({ personCode }) => personCode)
    try {
      const written = await writeChunk(place, chunk, replace)
      if (written.kind === 'full') return { again: [], notWritten: codes }
      codes.forEach((code) => standing.add(code))
      if (written.kind === 'written') return { again: [], notWritten: [] }
      const again = [...new Set([...written.personCodes, ...codes])]
      await dropRows(place, again, (manifest) => withDoubt(manifest, again))
      return { again, notWritten: [] }
    } catch (error) {
      const parts =
        error instanceof WorkbookError && error.code === 'too-large' ? halves(run) : null
      if (!parts) throw error
      const first = await writeRun(answers, parts[0], replace)
      return joined(first, await writeRun(answers, parts[1], replace))
    }
  }

  async function writeAll(answers: readonly LearnerRows[], replace: boolean) {
    const weights = answers.map(({ rows }) =>
      rows.reduce((sum, row) => sum + rowBytes(Object.values(row)), 0),
    )
    let result: BatchWritten = nothing
    for (const run of planBlocks(weights, writeLimits)) {
      result = joined(result, await writeRun(answers, run, replace))
    }
    return result
  }

  return {
    async writeLearners(batch) {
      const latest = [...new Map(batch.map((answer) => [answer.personCode, answer])).values()]
      const known = latest.filter(({ personCode }) => standing.has(personCode))
      const fresh = latest.filter(({ personCode }) => !standing.has(personCode))
      return joined(await writeAll(known, true), await writeAll(fresh, false))
    },
    async finish() {
      await sortGrid(place)
      await keepHidden()
    },
  }
}

const nothing: BatchWritten = { again: [], notWritten: [] }

function joined(a: BatchWritten, b: BatchWritten): BatchWritten {
  return { again: [...a.again, ...b.again], notWritten: [...a.notWritten, ...b.notWritten] }
}
