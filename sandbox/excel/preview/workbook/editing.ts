import { useCallback, useMemo, useRef, useState } from 'react'
import { cellArea, type Position } from '../../model/area.ts'
import type { WorkbookStore } from './store.ts'

/** A cell being typed into: what stands there so far, and where the caret is. */
export interface Draft {
  readonly sheetId: string
  readonly cell: Position
  readonly text: string
  readonly place: 'cell' | 'bar'
  /** Entering replaces what the cell holds, and arrow keys end it; editing goes on from that. */
  readonly mode: 'enter' | 'edit'
  /** What the cell held when editing began, as far as it is known. */
  readonly held: string | null
  /** What the cell holds, where typing goes on from that and the workbook has not told it yet. */
  readonly awaited: Promise<string> | null
}

export interface Editing {
  readonly draft: Draft | null
  /** Starts to edit what the active cell holds. @param held that, where it is known already */
  edit(place: Draft['place'], held?: string): void
  /** Starts to enter something else into the active cell. */
  enter(text: string): void
  change(text: string): void
  /** From entering to editing and back, as F2 does. */
  turnMode(): void
  /** Writes what was typed; the workbook may refuse it. */
  commit(): Promise<void>
  /** Writes what was typed, if anything was. */
  leave(): void
  cancel(): void
}

/** Typing into cells, in the cell or in the formula bar: one draft for both. */
export function useEditing(store: WorkbookStore): Editing {
  const [draft, setDraft] = useState<Draft | null>(null)
  // A field that goes away also loses the focus: what it then says must find the draft already gone.
  const latest = useRef<Draft | null>(null)
  const put = useCallback((next: Draft | null) => {
    latest.current = next
    setDraft(next)
  }, [])

  // Open at once, before the workbook has told what the cell holds: the next keys are already coming.
  const begin = useCallback(
    (parts: Pick<Draft, 'place' | 'mode' | 'text' | 'held' | 'awaited'>) => {
      const { id: sheetId, activeCell: cell } = store.get().sheet
      put({ ...parts, sheetId, cell })
      void store.operate({ do: 'begin-edit', sheetId, ...cell })
      void parts.awaited?.then((held) => {
        const now = latest.current
        if (now?.awaited !== parts.awaited) return
        put({ ...now, text: held + now.text, held, awaited: null })
      })
    },
    [put, store],
  )

  const edit = useCallback(
    (place: Draft['place'], held?: string) => {
      const awaited = held === undefined ? store.activeContent() : null
      begin({ place, mode: 'edit', text: held ?? '', held: held ?? null, awaited })
    },
    [begin, store],
  )

  const enter = useCallback(
    (text: string) => {
      begin({ place: 'cell', mode: 'enter', text, held: null, awaited: null })
    },
    [begin],
  )

  const turnMode = useCallback(() => {
    const now = latest.current
    if (now) put({ ...now, mode: now.mode === 'enter' ? 'edit' : 'enter' })
  }, [put])

  const change = useCallback(
    (text: string) => {
      if (latest.current) put({ ...latest.current, text })
    },
    [put],
  )

  const commit = useCallback(async () => {
    if (!latest.current) return
    const { sheetId, cell, awaited, ...typed } = latest.current
    put(null)
    const text = awaited ? (await awaited) + typed.text : typed.text
    const taken = await store.operate({ do: 'type', sheetId, ...cell, text })
    if (taken || latest.current || store.get().sheet.id !== sheetId) return
    // As in Excel, what was refused stays to be mended.
    store.select([cellArea(cell.row, cell.column)], cell)
    begin({ place: 'cell', mode: 'edit', text, held: null, awaited: null })
  }, [begin, put, store])

  const cancel = useCallback(() => {
    put(null)
    store.tell(null)
    void store.cancelEdit()
  }, [put, store])

  const leave = useCallback(() => {
    const now = latest.current
    if (!now) return
    if (now.text === now.held) cancel()
    else void commit()
  }, [cancel, commit])

  return useMemo(
    () => ({ draft, edit, enter, change, turnMode, commit, leave, cancel }),
    [draft, edit, enter, change, turnMode, commit, leave, cancel],
  )
}
