import type { DataEditorRef } from '@glideapps/glide-data-grid'
import { type RefObject, useCallback, useEffect, useRef } from 'react'
import type { SheetView } from '../../model/protocol.ts'
import type { WorkbookStore } from '../workbook/store.ts'
import { type Keystroke, selectByKey } from './keys.ts'
import type { GridLayout } from './layout.ts'

interface MoveParts {
  readonly grid: RefObject<DataEditorRef | null>
  readonly store: WorkbookStore
  readonly sheet: SheetView
  readonly layout: GridLayout
  /** Rows that Page Down passes over. */
  readonly page: number
}

/**
 * Moves the selection by a key, and scrolls to the active cell wherever it goes.
 * @returns what takes a key; false when the key does not move
 */
export function useMove({ grid, store, sheet, layout, page }: MoveParts) {
  const { selection: areas, activeCell: active, tables } = sheet
  const shown = useRef(active)

  useEffect(() => {
    if (shown.current.row === active.row && shown.current.column === active.column) return
    shown.current = active
    const row = layout.gridRow(active.row)
    const column = layout.gridColumn(active.column)
    grid.current?.scrollTo(column, Math.max(row, 0), row < 0 ? 'horizontal' : 'both')
  }, [active, layout, grid])

  return useCallback(
    (stroke: Keystroke): boolean => {
      const ground = { layout, tables: tables.map(({ area }) => area), page }
      const next = selectByKey(ground, stroke, { areas, active })
      if (next) store.select(next.areas, next.active)
      return next !== null
    },
    [tables, layout, page, areas, active, store],
  )
}
