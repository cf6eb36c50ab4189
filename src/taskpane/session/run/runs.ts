import { pieces } from '../../../api/stream/pieces.ts'
import type { Session } from '../../../office/workbook/port.ts'
import type { Desk } from '../../desk.ts'
import type { Job } from '../../frame/work.ts'
import type { SessionRoom } from '../openSession.ts'
import { runDownload } from './runDownload.ts'
import type { RunResult } from './runDownload.ts'
import { runMessage } from './runMessage.ts'
import { createCountShower } from './showCounts.ts'

/** Downloads into the open session: the first time, again, or what is still missing. */
export interface Runs {
  /** Downloads these learners, in runs of as many as one download takes. */
  download(session: Session, personCodes: readonly string[]): Promise<void>
  /** Downloads the learners whose answer has not come yet. */
  goOn(): Promise<void>
  /** Reads every learner of the session from ebs and LRS afresh. */
  refresh(): Promise<void>
}

export function createRuns(desk: Desk, room: SessionRoom): Runs {
  const { me, work, words, message } = desk

  const download = async (session: Session, personCodes: readonly string[]) => {
    if (personCodes.length === 0) return
    message.set(null)
    const showCounts = createCountShower(room.reread, desk.services.clock)
    const result = await work.run('Downloading', personCodes.length, async (job) => {
      const ends: RunResult[] = []
      const runs = pieces(personCodes, me.limits.learners)
      for (const [at, codes] of runs.entries()) {
        const before = joined(ends)
        const end = await runDownload(
          desk.services,
          session,
          codes,
          me.limits.learnersPerRequest,
          shifted(job, before, showCounts),
        )
        ends.push(at < runs.length - 1 ? withRest(end, runs.slice(at + 1).flat()) : end)
        await room.recount()
        if (end.end.kind !== 'done') break
      }
      return joined(ends)
    })
    if (!result) return
    const goOn = () => void desk.guard(goOnWith(session, result))
    message.set(runMessage(result, await asBefore(session, result), words, goOn))
  }

  /** How many of the learners the run did not come to still show what was read before. */
  const asBefore = async (session: Session, { end }: RunResult): Promise<number> => {
    if (!('missing' in end) || end.missing.length === 0) return 0
    const left = new Set(end.missing)
    // Where Excel refuses to be read as well, it is not known.
    const { wantedAgain } = await session.learners().catch(() => ({ wantedAgain: [] }))
    return wantedAgain.filter((code) => left.has(code)).length
  }

  const goOnWith = (session: Session, result: RunResult) => () =>
    download(session, 'missing' in result.end ? result.end.missing : [])

  const openNow = () => {
    const now = room.state.get()
    return now.kind === 'open' ? now.session : null
  }

  return {
    download: async (session, personCodes) => {
      try {
        await download(session, personCodes)
      } finally {
        await room.recount()
      }
    },
    goOn: async () => {
      const session = openNow()
      if (!session) return
      const { wanted } = await session.learners()
      await download(session, wanted)
      await room.recount()
    },
    refresh: async () => {
      const session = openNow()
      if (!session) return
      const { inSheet, wanted, missing } = await session.learners()
      // Whose rows the user deleted all of leaves the session here, and the pane says so.
      if (missing.length > 0) await session.dropLearners(missing)
      await download(session, [...inSheet, ...wanted])
      await room.recount()
      if (missing.length > 0 && message.get() === null) {
        const gone = words.count(missing.length, 'learner')
        const text = `${gone} left the session, because all their rows had been deleted.`
        message.set({ tone: 'info', text })
      }
    },
  }
}

/** Several runs as one: counts add up, the last one's end stands for all. */
function joined(results: readonly RunResult[]): RunResult {
  return results.reduce<RunResult>(
    (sum, each) => ({
      end: each.end,
      learners: sum.learners + each.learners,
      rows: sum.rows + each.rows,
      problems: sum.problems + each.problems,
    }),
    { end: { kind: 'done' }, learners: 0, rows: 0, problems: 0 },
  )
}

/** A run that stopped leaves the runs after it undone as well. */
function withRest(result: RunResult, rest: readonly string[]): RunResult {
  const { end } = result
  if (end.kind === 'done' || end.kind === 'sheet-deleted') return result
  return { ...result, end: { ...end, missing: [...end.missing, ...rest] } }
}

/** The job of a later run reports on top of what the earlier ones did; `wrote` hears of rows written. */
function shifted(job: Job, before: RunResult, wrote: () => void): Job {
  return {
    signal: job.signal,
    report: ({ done, problems, ...rest }) => {
      job.report({
        ...rest,
        ...(done === undefined ? {} : { done: done + before.learners }),
        ...(problems === undefined ? {} : { problems: problems + before.problems }),
      })
      if (done !== undefined) wrote()
    },
  }
}
