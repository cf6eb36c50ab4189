import type { UpdateFrame, UpdateRequest } from '../../../contract/index.ts'
import { pump } from '../download/pump.ts'
import type { LrsAsker } from '../event/answer.ts'
import type { Person } from '../learner/person.ts'
import { keepLease } from './lease.ts'
import type { Lease } from './lease.ts'
import type { Settled } from './openRows.ts'
import type { LearnerWork, LearnerWriter, Recorded, RowResult, Run, Runs } from './ports.ts'
import { recheck } from './recheck.ts'
import type { RecheckParts } from './recheck.ts'
import { screen } from './screen.ts'
import type { ScreenedLearner, ScreenParts } from './screen.ts'
import { writeLearners } from './writeLearners.ts'

export interface RunParts extends ScreenParts, RecheckParts {
  readonly runs: Runs
  readonly writer: LearnerWriter
  /** Learners a transaction, and transactions at once. */
  readonly learnersAtOnce: number
  readonly transactionsAtOnce: number
}

/** One run as it was claimed, and on whose behalf it is made. */
export interface ClaimedRun {
  readonly run: Run
  readonly recorded: Recorded
  readonly request: UpdateRequest
  readonly person: Person
  readonly ebsUser: string
  readonly asker: LrsAsker
}

interface Failure {
  readonly code: string
  readonly detail: string
}
type Group =
  | { readonly kind: 'rows'; readonly rows: readonly RowResult[]; readonly learners: number }
  | ({ readonly kind: 'failed' } & Failure)

const lost: Failure = {
  code: 'update-taken-over',
  detail:
    'Another backend has taken this update over, or it was undone. Send it again with the same key to see its outcome.',
}
const unavailable: Failure = {
  code: 'ebs-unavailable',
  detail:
    'The ebs database does not answer. What was written stands. Send the update again with the same key when it does.',
}
const cancelled: Failure = {
  code: 'cancelled',
  detail: 'The update was stopped. Send it again with the same key to go on.',
}

/**
 * A run of an Update as frames. Rows recorded by an earlier holder of the run come first, with the
 * outcome they had. Whatever ends it early, be it the client going away before it has read a single
 * frame, frees its lease, so that the same key resumes at once; what was not being committed at that
 * moment is rolled back.
 */
export function runUpdate(
  parts: RunParts,
  claimed: ClaimedRun,
  gone: AbortSignal,
): AsyncGenerator<UpdateFrame> {
  return framesOf(parts, claimed, gone, keepLease(parts.runs, claimed.run, gone))
}

async function* framesOf(
  parts: RunParts,
  claimed: ClaimedRun,
  gone: AbortSignal,
  lease: Lease,
): AsyncGenerator<UpdateFrame> {
  const { run, recorded, request, person } = claimed
  const { runs } = parts
  const inFlight = new Set<Promise<unknown>>()
  let finished = false
  try {
    yield { type: 'started', id: run.id }
    const { learners, settled } = await screen(parts, request, person)
    const total = learners.length
    yield { type: 'progress', done: 0, total }

    const rowKeyOf = new Map([
      ...settled.map((row) => [row.rowDigest, row.rowKey] as const),
      ...learners.flatMap(({ asked }) => asked.map((row) => [row.rowDigest, row.rowKey] as const)),
    ])
    const frame = ({ rowDigest, outcome, reason }: RowResult): UpdateFrame => ({
      type: 'row',
      rowKey: rowKeyOf.get(rowDigest) ?? '',
      outcome,
      reason,
    })
    for (const [rowDigest, result] of recorded) {
      if (rowKeyOf.has(rowDigest)) yield frame({ personCode: '0', rowDigest, ...result })
    }
    const open = settled.filter((row) => !recorded.has(row.rowDigest))
    if (!(await recordAll(runs, run, open))) return yield { type: 'failed', ...lost }
    for (const row of open) yield frame(row)

    const waiting = learners
      .map((learner) => ({
        ...learner,
        asked: learner.asked.filter((row) => !recorded.has(row.rowDigest)),
      }))
      .filter((learner) => learner.asked.length > 0)
    let done = total - waiting.length
    await parts.writer.prepare(waiting.map((learner) => learner.personCode))

    const groups = inGroups(waiting, parts.learnersAtOnce)
    const work = (group: readonly ScreenedLearner[]): Promise<Group> => {
      const written = lease.isLost()
        ? Promise.resolve(failed(lost))
        : writeGroup(parts, claimed, group, lease.ending)
      inFlight.add(written)
      return written
    }
    for await (const group of pump(groups, parts.transactionsAtOnce, work)) {
      if (group.kind === 'failed') {
        if (gone.aborted) return
        // The key is free when the client hears of it; a database that is away frees none.
        if (group.code !== unavailable.code) await lease.giveUp()
        yield { type: 'failed', code: group.code, detail: group.detail }
        return
      }
      for (const row of group.rows) yield frame(row)
      done += group.learners
      yield { type: 'progress', done, total }
    }
    const counts = await runs.finish(run)
    if (!counts) return yield { type: 'failed', ...lost }
    finished = true
    yield { ...counts, id: run.id }
  } finally {
    if (!finished) await lease.giveUp()
    lease.stop()
    await Promise.allSettled(inFlight)
  }
}

async function writeGroup(
  parts: RunParts,
  claimed: ClaimedRun,
  group: readonly ScreenedLearner[],
  ending: AbortSignal,
): Promise<Group> {
  if (ending.aborted) return failed(cancelled)
  const { run, asker, person, ebsUser } = claimed
  const settled: Settled[] = []
  const fit: LearnerWork[] = []
  const checked = await Promise.all(
    group.map((learner) =>
      recheck(parts, learner, asker, ending).catch((error: unknown) => {
        if (ending.aborted) return cancelledAnswer
        throw error
      }),
    ),
  )
  for (const [index, answer] of checked.entries()) {
    if (answer.kind === 'stopped') return failed(answer)
    settled.push(...answer.settled)
    const personCode = group[index]?.personCode ?? ''
    if (answer.asked.length > 0) fit.push({ personCode, asked: answer.asked })
  }
  const written =
    fit.length === 0
      ? ({ kind: 'rows', rows: [], inUse: [] } as const)
      : await writeLearners(parts.writer, run, fit, { person, ebsUser }, ending)
  if (written.kind !== 'rows') return failed(endings[written.kind])
  const unwritten = [...settled, ...written.inUse]
  if (!(await recordAll(parts.runs, run, unwritten))) return failed(lost)
  return { kind: 'rows', rows: [...written.rows, ...unwritten], learners: group.length }
}

const endings = { lost, unavailable, ended: cancelled }
const cancelledAnswer = { kind: 'stopped', errorCode: null, ...cancelled } as const

const failed = ({ code, detail }: Failure): Group => ({ kind: 'failed', code, detail })

async function recordAll(runs: Runs, run: Run, rows: readonly RowResult[]): Promise<boolean> {
  return rows.length === 0 || runs.record(run, rows)
}

function inGroups<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  )
}
