import { useCallback, useMemo, useRef, useState } from 'react'
import type { Position } from '../../model/area.ts'
import type { WorkbookStore } from './store.ts'

/** A cell being typed into: what stands there so far, and where the caret is. */
export interface Draft {
  readonly sheetId: string
  readonly cell: Position
  readonly text: string
  readonly place: 'cell' | 'bar'
}

export interface Editing {
  readonly draft: Draft | null
  /** Starts on the active cell. @param text what it starts with; what the cell holds if left out */
  begin(place: Draft['place'], text?: string): Promise<void>
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

  const begin = useCallback(
    async (place: Draft['place'], text?: string) => {
      const { id: sheetId, activeCell: cell } = store.get().sheet
      const open = (start: string) => {
        put({ sheetId, cell, text: start, place })
        void store.operate({ do: 'begin-edit', sheetId, ...cell })
      }
      if (text !== undefined) open(text)
      else open(await store.activeContent())
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
    const { sheetId, cell, text } = latest.current
    put(null)
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
