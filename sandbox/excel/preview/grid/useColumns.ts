import type { GridColumn } from '@glideapps/glide-data-grid'
import { useMemo, useRef, useState } from 'react'
import { columnName } from '../../model/address.ts'
import type { WorkbookStore } from '../workbook/store.ts'
import type { GridLayout } from './layout.ts'
import { doubleClickMilliseconds } from './measures.ts'

type Resize = (column: GridColumn, width: number, gridColumn: number) => void

/** The columns by their letters; one follows the mouse while its width is dragged, and then keeps it. */
export function useColumns(
  layout: GridLayout,
  store: WorkbookStore,
): { columns: GridColumn[]; onResizeStart(): void; onResize: Resize; onResizeEnd: Resize } {
  const [dragged, setDragged] = useState<{ column: number; width: number } | null>(null)
  const moved = useRef(false)
  /** When the edge of a column was last clicked, by column. */
  const clicks = useRef(new Map<number, number>())
  const columns = useMemo(
    () =>
      Array.from({ length: layout.columns }, (_, column) => ({
        id: String(column),
        title: columnName(layout.trueColumn(column)),
        width: dragged?.column === column ? dragged.width : layout.columnWidth(column),
      })),
    [layout, dragged],
  )

  const clickedEdge = (column: number) => {
    const now = performance.now()
    const twice = now - (clicks.current.get(column) ?? -Infinity) < doubleClickMilliseconds
    clicks.current.set(column, now)
    const { id: sheetId } = store.get().sheet
    if (twice) void store.operate({ do: 'fit-column', sheetId, column })
  }

  return {
    columns,
    onResizeStart() {
      moved.current = false
    },
    onResize(_column, width, column) {
      moved.current = true
      setDragged({ column, width })
    },
    // The grid ends a mere click on an edge as well, with the narrowest width there is.
    onResizeEnd(_column, width, gridColumn) {
      const column = layout.trueColumn(gridColumn)
      if (!moved.current) {
        clickedEdge(column)
        return
      }
      const { id: sheetId } = store.get().sheet
      void store.operate({ do: 'column-width', sheetId, column, width }).then(() => {
        setDragged(null)
      })
    },
  }
}
