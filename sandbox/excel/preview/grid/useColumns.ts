import type { GridColumn } from '@glideapps/glide-data-grid'
import { useMemo, useState } from 'react'
import { columnName } from '../../model/address.ts'
import type { WorkbookStore } from '../workbook/store.ts'
import type { GridLayout } from './layout.ts'

/** The columns by their letters; one follows the mouse while its width is dragged, and then keeps it. */
export function useColumns(
  layout: GridLayout,
  store: WorkbookStore,
): {
  columns: GridColumn[]
  onResize(column: GridColumn, width: number, gridColumn: number): void
  onResizeEnd(column: GridColumn, width: number, gridColumn: number): void
} {
  const [dragged, setDragged] = useState<{ column: number; width: number } | null>(null)
  const columns = useMemo(
    () =>
      Array.from({ length: layout.columns }, (_, column) => ({
        id: String(column),
        title: columnName(layout.trueColumn(column)),
        width: dragged?.column === column ? dragged.width : layout.columnWidth(column),
      })),
    [layout, dragged],
  )
  return {
    columns,
    onResize(_column, width, column) {
      setDragged({ column, width })
    },
    onResizeEnd(_column, width, gridColumn) {
      const column = layout.trueColumn(gridColumn)
      const { id: sheetId } = store.get().sheet
      void store.operate({ do: 'column-width', sheetId, column, width }).then(() => {
        setDragged(null)
      })
    },
  }
}
