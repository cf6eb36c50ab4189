import type { Rectangle } from '@glideapps/glide-data-grid'
import { useMemo, useState } from 'react'
import { MAX_COLUMNS, MAX_ROWS } from '../../model/area.ts'
import type { SheetView } from '../../model/protocol.ts'
import type { View } from './geometry.ts'
import { type GridLayout, gridLayout } from './layout.ts'

const topLeft: View = { x: 0, y: 0, width: 30, height: 40, tx: 0, ty: 0 }
/** Rows and columns added when the user has scrolled to the end of those drawn. */
const further = { rows: 200, columns: 10 }

/** What of the sheet is on the screen, and how far it is drawn: further whenever its end is reached. */
export function useView(sheet: SheetView): {
  layout: GridLayout
  view: View
  onVisible(region: Rectangle, tx?: number, ty?: number): void
} {
  const [view, setView] = useState(topLeft)
  const [more, setMore] = useState({ rows: 0, columns: 0 })
  const layout = useMemo(() => gridLayout(sheet, more), [sheet, more])

  const onVisible = ({ x, y, width, height }: Rectangle, tx = 0, ty = 0) => {
    setView({ x, y, width, height, tx, ty })
    const rows = y + height >= layout.rows - 1 ? layout.trueRow(layout.rows) + further.rows : 0
    const columns =
      x + width >= layout.columns - 1 ? layout.trueColumn(layout.columns) + further.columns : 0
    if (rows === 0 && columns === 0) return
    setMore((now) => ({
      rows: Math.min(Math.max(now.rows, rows), MAX_ROWS),
      columns: Math.min(Math.max(now.columns, columns), MAX_COLUMNS),
    }))
  }
  return { layout, view, onVisible }
}
