import { useCallback, useMemo, useRef, useState } from 'react'
import type { Position } from '../../model/area.ts'
import type { WorkbookStore } from './store.ts'

/** A cell being typed into: what stands there so far, and where the caret is. */
export interface Draft {
  readonly sheetId: string
  readonly cell: Position
  readonly text: string
  readonly place: 'cell' | 'bar'
  /** What the cell holds, where typing goes on from that and the workbook has not told it yet. */
  readonly awaited: Promise<string> | null
}

export interface Editing {
  readonly draft: Draft | null
  /** Starts on the active cell. @param text what it starts with; what the cell holds if left out */
  begin(place: Draft['place'], text?: string): void
  change(text: string): void
  /** Writes what was typed; the workbook may refuse it. */
  commit(): Promise<void>
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
    (place: Draft['place'], text?: string) => {
      const { id: sheetId, activeCell: cell } = store.get().sheet
      const awaited = text === undefined ? store.activeContent() : null
      put({ sheetId, cell, text: text ?? '', place, awaited })
      void store.operate({ do: 'begin-edit', sheetId, ...cell })
      void awaited?.then((start) => {
        const now = latest.current
        if (now?.awaited === awaited) put({ ...now, text: start + now.text, awaited: null })
      })
    },
    [put, store],
  )

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
    if (!taken) await store.cancelEdit()
  }, [put, store])

  const cancel = useCallback(() => {
    put(null)
    void store.cancelEdit()
  }, [put, store])

  return useMemo(
    () => ({ draft, begin, change, commit, cancel }),
    [draft, begin, change, commit, cancel],
  )
}
