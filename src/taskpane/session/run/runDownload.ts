import type { DownloadEnd, Notice } from '../../../api/download.ts'
import type { LearnerFrame } from '../../../../contract/index.ts'
import { WorkbookError } from '../../../office/workbook/error.ts'
import type { Session } from '../../../office/workbook/port.ts'
import { createBatcher } from '../../frame/batcher.ts'
import type { Job } from '../../frame/work.ts'
import type { Services } from '../../services.ts'

/** How a run ended, and what stands in the sheet of it. */
export interface RunResult {
  readonly end: RunEnd
  readonly learners: number
  readonly rows: number
  readonly problems: number
}

export type RunEnd =
  | DownloadEnd
  /** Somebody sorted or edited the sheet whenever rows of these learners were to be written. */
  | { readonly kind: 'moving'; readonly missing: readonly string[] }
  /** The sheet takes no more rows. */
  | { readonly kind: 'full'; readonly missing: readonly string[] }
  /** Excel refused; the message says what to do. */
  | { readonly kind: 'workbook'; readonly message: string; readonly missing: readonly string[] }
  /** Somebody deleted the sheet meanwhile: nothing stands, and there is nothing to go on with. */
  | { readonly kind: 'sheet-deleted' }

const notices: Readonly<Record<Notice, string>> = {
  'small-pieces': 'Something between holds the answers back: going on in small pieces.',
  'going-on': 'The connection broke: going on with the learners still missing.',
}

/** So often are learners asked for again whose rows somebody edited meanwhile. */
const mostRounds = 3

class Full extends Error {}

/**
 * Downloads these learners into the session: rows are written as answers come, a run cut short
 * keeps what had arrived, and the manifest knows who is missing.
 */
export async function runDownload(
  services: Pick<Services, 'api' | 'clock'>,
  session: Session,
  personCodes: readonly string[],
  perRequest: number,
  job: Job,
): Promise<RunResult> {
  const { api, clock } = services
  const at = new Date(clock.now()).toISOString()
  const writer = await session.beginRun({ personCodes, at })
  const missing = new Set(personCodes)
  /** Learners whose rows were in the user's hands while they were to be written. */
  let again: string[] = []
  const tally = { learners: 0, rows: 0, problems: 0 }
  const write = async (batch: LearnerFrame[]) => {
    const written = await writer.writeLearners(batch)
    const left = new Set([...written.notWritten, ...written.again])
    again.push(...written.again)
    for (const { personCode, rows } of batch) {
      if (left.has(personCode)) continue
      missing.delete(personCode)
      tally.learners += 1
      tally.rows += rows.length
      if (rows.some((row) => row.status === 'Problem')) tally.problems += 1
    }
    job.report({ done: tally.learners, problems: tally.problems })
    if (written.notWritten.length > 0) throw new Full()
  }
  const batcher = createBatcher(write, clock)
  let end: RunEnd
  try {
    let codes = personCodes
    let round = 0
    do {
      again = []
      end = { kind: 'done' }
      for await (const event of api.download(codes, perRequest, job.signal)) {
        if (event.type === 'learner') await batcher.add(event)
        else if (event.type === 'notice') job.report({ note: notices[event.notice] })
        else end = event.end
      }
      await batcher.end()
      codes = again
      round += 1
    } while (codes.length > 0 && end.kind === 'done' && round < mostRounds)
    if (missing.size > 0 && end.kind === 'done') end = { kind: 'moving', missing: [] }
  } catch (error) {
    // What had arrived before the failure is kept, as far as Excel still takes it.
    await batcher.end().catch(() => undefined)
    if (error instanceof Full) end = { kind: 'full', missing: [...missing] }
    else if (error instanceof WorkbookError && error.code === 'sheet-missing') {
      return { end: { kind: 'sheet-deleted' }, ...tally }
    } else if (error instanceof WorkbookError) {
      end = { kind: 'workbook', message: error.message, missing: [...missing] }
    } else {
      await writer.finish().catch(() => undefined)
      throw error
    }
  }
  job.report({ note: 'Sorting the sheet' })
  await writer.finish().catch((error: unknown) => {
    if (end.kind !== 'workbook') throw error
  })
  return { end: 'missing' in end ? { ...end, missing: [...missing] } : end, ...tally }
}
