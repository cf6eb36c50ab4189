import type { WorkbookError } from '../error.ts'
import { createQueue } from './queue.ts'
import { translate } from './translate.ts'

/** The globals of Office.js. Not to be touched before Office.onReady. */
export interface OfficeGlobals {
  readonly Excel: typeof Excel
  readonly Office: typeof Office
}

/** The one way to Excel: everything that reads or writes the workbook goes through `run`. */
export interface ExcelDoor {
  /**
   * Runs a batch when those before it are done. Excel throttling is waited out by running it again, so
   * a batch reads first and writes in its last sync only.
   */
  run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T>
  supports(excelApi: string): boolean
  /** Takes an event handler off, in the context it was added in. */
  remove(handler: EventHandler): Promise<void>
  newWorkbook(): Promise<void>
}

/** What adding a handler gives back, whatever its event carries. */
export interface EventHandler {
  readonly context: OfficeExtension.ClientRequestContext
  remove(): void
}

export interface DoorOptions {
  readonly wait?: (ms: number) => Promise<void>
}

const pausesWhenBusy = [500, 1_000, 2_000, 4_000]

export function createDoor(globals: OfficeGlobals, options: DoorOptions = {}): ExcelDoor {
  const queue = createQueue()
  const wait = options.wait ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)))

  async function attempt<T>(work: () => Promise<T>): Promise<T> {
    for (const pause of pausesWhenBusy) {
      const tried = await settle(work)
      if (tried.kind === 'done') return tried.value
      if (tried.error.code !== 'busy') throw tried.error
      await wait(pause)
    }
    const last = await settle(work)
    if (last.kind === 'failed') throw last.error
    return last.value
  }

  return {
    run: (batch) =>
      queue.run(() => attempt(() => globals.Excel.run({ delayForCellEdit: true }, batch))),
    supports: (version) => globals.Office.context.requirements.isSetSupported('ExcelApi', version),
    remove: (handler) =>
      queue.run(async () => {
        handler.remove()
        const removed = await settle(() => handler.context.sync())
        if (removed.kind === 'failed') throw removed.error
      }),
    newWorkbook: () => queue.run(() => attempt(() => globals.Excel.createWorkbook())),
  }
}

type Settled<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: WorkbookError }

async function settle<T>(work: () => Promise<T>): Promise<Settled<T>> {
  try {
    return { kind: 'done', value: await work() }
  } catch (error) {
    return { kind: 'failed', error: translate(error) }
  }
}
