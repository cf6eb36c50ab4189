import type { Area, Position } from '../../model/area.ts'
import type { WorkbookClient } from '../../model/client.ts'
import type { UserOperation } from '../../model/operation.ts'
import type { CellContent, SheetView, WorkbookView } from '../../model/protocol.ts'

/** What the page shows at one moment. */
export interface Snapshot {
  readonly workbook: WorkbookView
  readonly sheet: SheetView
  /** What the active cell holds, for the formula bar. */
  readonly content: CellContent
  /** The last refusal in words for the user, or null. */
  readonly refusal: string | null
}

/** The page's copy of the workbook in the worker, kept up to date by its events. */
export interface WorkbookStore {
  get(): Snapshot
  subscribe(listener: () => void): () => void
  /** Does what the user did by hand; a refusal is shown, not thrown. */
  operate(operation: UserOperation): Promise<boolean>
  /** What the active cell holds, read afresh: what is shown may still be that of the cell before. */
  activeContent(): Promise<string>
  /** Ends typing without writing. */
  cancelEdit(): Promise<void>
  /** Selects at once on the page, and tells the worker. */
  select(areas: readonly Area[], active: Position): void
  /** Selects an address typed by the user; false when it is none. */
  goTo(text: string): Promise<boolean>
  /** Shows a sentence in the status bar; null takes it away. */
  tell(sentence: string | null): void
  dispose(): void
}

/** Looking around takes no refusal away: it follows right upon what was refused. */
const looks: ReadonlySet<UserOperation['do']> = new Set(['select', 'begin-edit'])

const reason = (cause: unknown): string =>
  cause instanceof Error ? cause.message : 'The workbook did not answer.'

/** A sheet may be deleted while it is asked about; its event, on the way, brings what stands instead. */
const unlessGone = <T>(answer: Promise<T>): Promise<T | null> => answer.catch(() => null)

/** @throws when the worker does not answer at all. */
export async function createWorkbookStore(client: WorkbookClient): Promise<WorkbookStore> {
  const listeners = new Set<() => void>()
  const readContent = ({ id: sheetId, activeCell }: SheetView) =>
    client.ask('content', { sheetId, ...activeCell })
  const readAll = async (): Promise<Omit<Snapshot, 'refusal'>> => {
    const workbook = await client.ask('workbook', {})
    const sheet = await client.ask('sheet', { sheetId: workbook.activeSheetId })
    return { workbook, sheet, content: await readContent(sheet) }
  }
  let snapshot: Snapshot = { ...(await readAll()), refusal: null }
  let selecting = 0
  /** How often the page has selected. */
  let selections = 0
  let reading = false
  let stale = false

  const show = (next: Partial<Snapshot>) => {
    snapshot = { ...snapshot, ...next }
    for (const listener of listeners) listener()
  }

  /** Reads everything anew, once however many events ask for it meanwhile. */
  const refresh = async () => {
    stale = true
    if (reading) return
    reading = true
    while (stale) {
      stale = false
      const before = selections
      const next = await unlessGone(readAll())
      if (!next) continue
      const { selection, activeCell } = snapshot.sheet
      // What was read before the user selected says nothing of it, even if the worker knows by now.
      const newer = selecting > 0 || selections > before
      const ours = newer && next.sheet.id === snapshot.sheet.id
      show(
        ours ? { workbook: next.workbook, sheet: { ...next.sheet, selection, activeCell } } : next,
      )
    }
    reading = false
  }

  const refreshContent = async () => {
    const { sheet } = snapshot
    const content = await unlessGone(readContent(sheet))
    if (content && sheet === snapshot.sheet) show({ content })
  }

  const stop = client.subscribe((event) => {
    if (event.event === 'richapi') return
    if (event.event === 'selection' && selecting > 0) return
    void (event.event === 'cells' ? refreshContent() : refresh())
  })

  const operate = async (operation: UserOperation) => {
    try {
      await client.ask('operation', { operation })
      if (snapshot.refusal !== null && !looks.has(operation.do)) show({ refusal: null })
      return true
    } catch (cause) {
      show({ refusal: reason(cause) })
      return false
    }
  }

  const select = (areas: readonly Area[], active: Position) => {
    const { id: sheetId } = snapshot.sheet
    show({ sheet: { ...snapshot.sheet, selection: areas, activeCell: active } })
    selecting += 1
    selections += 1
    void operate({ do: 'select', sheetId, areas, active }).then(() => {
      selecting -= 1
      if (selecting === 0) void refresh()
    })
  }

  return {
    get: () => snapshot,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    operate,
    select,
    activeContent: async () => (await readContent(snapshot.sheet)).formula,
    async cancelEdit() {
      await client.ask('operation', { operation: { do: 'cancel-edit' } })
    },
    async goTo(text) {
      const place = await client.ask('address', { text })
      const [first] = place?.areas ?? []
      if (!place || !first) return false
      if (place.sheetId !== snapshot.sheet.id) {
        await operate({ do: 'activate-sheet', sheetId: place.sheetId })
        await refresh()
      }
      select(place.areas, { row: first.row, column: first.column })
      return true
    },
    tell(sentence) {
      show({ refusal: sentence })
    },
    dispose: stop,
  }
}
