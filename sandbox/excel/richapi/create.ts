import type { Workbook } from '../model/book.ts'
import { requestBody } from './body.ts'
import type { EventEntry, RichApiAnswer } from './answer.ts'
import { runBatch, type BatchOutcome } from './batch.ts'
import { createEvents } from './events.ts'
import { createSession } from './kept.ts'

export interface RichApiOptions {
  /** Runs a little later; `setTimeout` unless a test wants to hold the clock. */
  readonly later?: (run: () => void) => void
  /** Bytes of a request and of a response, at most; 5 MB in Excel on the web. */
  readonly mostBytes?: number
}

export interface RichApi {
  /**
   * Runs one `ProcessQuery` request: its body as the library wrote it, and its flags (64 waits for
   * the user to leave a cell). Never rejects for what Excel would answer with an error.
   */
  execute(body: string, flags: number): Promise<RichApiAnswer>
  /** Makes the next request fail as a whole: 5004, 5012, 5102… */
  failNext(error: number): void
  /** Hears events for the add-in, after the answer of the request that caused them. */
  onEvents(listener: (entries: readonly EventEntry[]) => void): () => void
}

const FIVE_MEGABYTES = 5 * 1024 * 1024
const IN_CELL_EDIT = 5004
const REQUEST_TOO_LARGE = 5103
const RESPONSE_TOO_LARGE = 5104
const DELAY_FOR_CELL_EDIT = 64

const HTTP_STATUS: Record<string, number> = { ItemNotFound: 404, AccessDenied: 401 }

const tooLarge = (text: string, most: number): boolean =>
  text.length > most || (text.length * 3 > most && new TextEncoder().encode(text).length > most)

const write = (outcome: BatchOutcome): RichApiAnswer => {
  const done = { Results: outcome.results, TraceIds: outcome.traces }
  if (outcome.kind === 'done') return { kind: 'body', status: 200, body: JSON.stringify(done) }
  const { refusal, location, actionIndex } = outcome
  const status = HTTP_STATUS[refusal.code] ?? 400
  const error = {
    Code: refusal.code,
    Message: refusal.message,
    Location: location,
    ActionIndex: actionIndex,
    HttpStatusCode: status,
  }
  return { kind: 'body', status, body: JSON.stringify({ Error: error, ProcessedResults: done }) }
}

/** The host's side of RichApi for one add-in in a workbook. */
export const createRichApi = (workbook: Workbook, options: RichApiOptions = {}): RichApi => {
  const later = options.later ?? ((run) => setTimeout(run, 0))
  const most = options.mostBytes ?? FIVE_MEGABYTES
  const events = createEvents(workbook, later)
  const session = createSession(workbook, events)
  const failures: number[] = []
  events.attach(session)

  const run = (text: string): RichApiAnswer => {
    if (tooLarge(text, most)) return { kind: 'service-error', error: REQUEST_TOO_LARGE }
    const body = requestBody.parse(JSON.parse(text))
    const before = workbook.origin
    workbook.origin = 'addin'
    try {
      const answer = write(runBatch(session, body))
      const large = answer.kind === 'body' && tooLarge(answer.body, most)
      return large ? { kind: 'service-error', error: RESPONSE_TOO_LARGE } : answer
    } finally {
      workbook.origin = before
    }
  }

  const leftCell = (): Promise<void> =>
    new Promise((resolve) => {
      const listen = (): void => {
        if (workbook.editing) return
        workbook.listeners.delete(listen)
        resolve()
      }
      workbook.listeners.add(listen)
    })

  return {
    async execute(body, flags) {
      const failure = failures.shift()
      if (failure !== undefined) return { kind: 'service-error', error: failure }
      if (workbook.editing) {
        if ((flags & DELAY_FOR_CELL_EDIT) === 0)
          return { kind: 'service-error', error: IN_CELL_EDIT }
        await leftCell()
      }
      return run(body)
    },
    failNext: (error) => {
      failures.push(error)
    },
    onEvents: events.subscribe,
  }
}
