import { settle } from './openRows.ts'
import type { LearnerWork, LearnerWriter, RowResult, Run, WriteFault, WritingFor } from './ports.ts'

export type LearnersWritten =
  | {
      readonly kind: 'rows'
      readonly rows: readonly RowResult[]
      readonly inUse: readonly RowResult[]
    }
  | { readonly kind: EndingFault }

/** Faults that end the run; the others are a learner's own. */
type EndingFault = Extract<WriteFault, 'lost' | 'unavailable' | 'ended'>
const endsRun = (fault: WriteFault): fault is EndingFault =>
  fault === 'lost' || fault === 'unavailable' || fault === 'ended'

const inUse = 'In use in ebs, try again.'
/** ebs ended the whole transaction each time, so that no record of the learner could stand alone. */
const refused =
  'ebs refuses a record of this learner. Ask your ebs support which rule of the attainments table it breaks.'
/** How often a learner is judged again when somebody was faster. */
const attempts = 3

/**
 * Writes learners in one transaction; if anything fails, learner by learner, so that each is wholly
 * updated or untouched; and a learner of whom ebs refuses a record, record by record. `inUse` are
 * rows that are still to be recorded.
 */
export async function writeLearners(
  writer: LearnerWriter,
  run: Run,
  learners: readonly LearnerWork[],
  writingFor: WritingFor,
  ending: AbortSignal,
): Promise<LearnersWritten> {
  const together = await writer.write(run, learners, writingFor, 'together', ending)
  if (together.kind === 'written') return { kind: 'rows', rows: together.rows, inUse: [] }
  if (endsRun(together.fault)) return { kind: together.fault }
  const rows: RowResult[] = []
  const waiting: RowResult[] = []
  for (const learner of learners) {
    const first = learners.length === 1 ? together.fault : null
    const written = await writeOne(writer, run, learner, writingFor, first, ending)
    if (written.kind !== 'rows') return written
    rows.push(...written.rows)
    waiting.push(...written.inUse)
  }
  return { kind: 'rows', rows, inUse: waiting }
}

async function writeOne(
  writer: LearnerWriter,
  run: Run,
  learner: LearnerWork,
  writingFor: WritingFor,
  failedBefore: WriteFault | null,
  ending: AbortSignal,
): Promise<LearnersWritten> {
  let fault = failedBefore
  for (let attempt = failedBefore === null ? 1 : 2; attempt <= attempts; attempt += 1) {
    if (fault === 'busy') break
    // A duplicate that stays may be a rule of ebs's own: the last attempt goes record by record.
    const records = fault === 'refused' || attempt === attempts ? 'apart' : 'together'
    const written = await writer.write(run, [learner], writingFor, records, ending)
    if (written.kind === 'written') return { kind: 'rows', rows: written.rows, inUse: [] }
    fault = written.fault
    if (endsRun(fault)) return { kind: fault }
  }
  const reason = fault === 'refused' ? refused : inUse
  return {
    kind: 'rows',
    rows: [],
    inUse: learner.asked.map((row) => settle(row, 'failed', reason)),
  }
}
