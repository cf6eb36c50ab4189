import type { Transaction } from '../../database/index.ts'
import type { AttainmentReader, AttainmentWriter } from '../../ebs/attainments/index.ts'
import type { JudgeLearner } from '../../plr/update/judge.ts'
import type {
  LearnerWork,
  LearnerWriter,
  RowResult,
  Run,
  WritingFor,
} from '../../plr/update/ports.ts'
import { readHoldings } from '../holdings.ts'
import { writeLinks } from '../links.ts'
import { ensureLocks, lockLearners } from '../locks.ts'
import type { Link } from '../openLink.ts'
import { checkLease, recordRows, recordedRows } from '../runs/rows.ts'
import type { Trail } from '../trail/trail.ts'
import { writeImages } from '../undo/images.ts'
import { writeActs } from './acts.ts'
import type { Judged } from './acts.ts'
import { RunEnded, writeFaultOf } from './fault.ts'
import { imagesOf, linksOf, trailOf } from './records.ts'

export interface LearnerWriterParts {
  readonly link: Link
  readonly reader: AttainmentReader
  readonly writer: AttainmentWriter
  readonly judge: JudgeLearner
  readonly trail: Trail
}

/**
 * Writes learners, each wholly or not at all: locked in the order of their person codes, judged again
 * under the lock, and attainments, links, undo images, outcomes and trail in one transaction. Its
 * round trips do not grow with the learners' rows.
 */
export function createLearnerWriter(parts: LearnerWriterParts): LearnerWriter {
  const { link } = parts
  return {
    prepare: (personCodes) => ensureLocks(link, personCodes),
    async write(run, learners, writingFor, records, ending) {
      const goOn = (): void => {
        if (ending.aborted) throw new RunEnded()
      }
      const work = { run, learners, writingFor, records, goOn }
      try {
        goOn()
        const rows = await link.database.transaction((transaction) =>
          writeLearners(transaction, parts, work),
        )
        return { kind: 'written', rows }
      } catch (error) {
        const fault = writeFaultOf(error, link.database.dialect.client)
        if (fault === null) throw error
        return { kind: 'undone', fault }
      }
    },
  }
}

interface Work {
  readonly run: Run
  readonly learners: readonly LearnerWork[]
  readonly writingFor: WritingFor
  readonly records: 'together' | 'apart'
  /** @throws RunEnded */
  goOn(): void
}

async function writeLearners(
  transaction: Transaction,
  { link, reader, writer, judge, trail }: LearnerWriterParts,
  { run, learners, writingFor, records, goOn }: Work,
): Promise<readonly RowResult[]> {
  const people = learners.map((learner) => learner.personCode)
  await lockLearners(transaction, link, people)
  goOn()
  const recorded = await recordedRows(transaction, link, run.id, people)
  const holdings = await readHoldings(transaction, link, reader, people)

  const judged = learners.flatMap(({ personCode, asked }): Judged[] => {
    const open = asked.filter((row) => !recorded.has(row.rowDigest))
    const held = holdings.get(personCode) ?? { attainments: [], links: new Map() }
    const verdicts = judge(open, held)
    return open.flatMap((row, at) => {
      const verdict = verdicts[at]
      return verdict ? [{ personCode, row, verdict }] : []
    })
  })
  goOn()
  const done = await writeActs(transaction, { link, writer }, judged, writingFor.ebsUser, records)
  const codes = done.flatMap((one) => (one.wrote === null ? [] : [one.wrote]))
  const after = codes.length === 0 ? [] : await reader.stamped(transaction, codes)

  const known = new Map([...holdings].map(([code, held]) => [code, held.links]))
  await writeLinks(transaction, link, linksOf(done), known)
  await writeImages(transaction, link, run.id, imagesOf(done, after, known))
  const results = done.map(({ personCode, row, outcome, reason }) => ({
    personCode,
    rowDigest: row.rowDigest,
    outcome,
    reason,
  }))
  await recordRows(transaction, link, run.id, results)
  await trail.record(transaction, writingFor.person, trailOf(done, run.id))
  await checkLease(transaction, link, run)
  goOn()

  const before = learners.flatMap(({ personCode, asked }) =>
    asked.flatMap(({ rowDigest }) => {
      const result = recorded.get(rowDigest)
      return result ? [{ personCode, rowDigest, ...result }] : []
    }),
  )
  return [...before, ...results]
}
