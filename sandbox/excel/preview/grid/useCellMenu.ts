import type { CellClickedEventArgs, HeaderClickedEventArgs, Item } from '@glideapps/glide-data-grid'
import { useState } from 'react'
import {
  type Area,
  cellArea,
  contains,
  entireColumns,
  entireRows,
  type Position,
} from '../../model/area.ts'
import type { WorkbookStore } from '../workbook/store.ts'
import type { MenuTarget } from './CellMenu.tsx'
import type { GridLayout } from './layout.ts'

type MenuEvent = CellClickedEventArgs | HeaderClickedEventArgs

/** Where the menu of cells, rows or columns is open, and what it is about. */
export function useCellMenu(store: WorkbookStore, layout: GridLayout) {
  const [menu, setMenu] = useState<MenuTarget | null>(null)

  /** A menu is about what is under the mouse, unless that is selected already. */
  const aimAt = (area: Area) => {
    const { selection: areas, activeCell: active } = store.get().sheet
    const within = areas.some((one) => contains(one, area))
    const cell: Position = within ? active : { row: area.row, column: area.column }
    // The grid goes on to select the one cell under the mouse; what is aimed at comes after that.
    queueMicrotask(() => {
      store.select(within ? areas : [area], cell)
    })
  }
  const openAt = ({ bounds, localEventX, localEventY }: MenuEvent) => {
    setMenu({ left: bounds.x + localEventX, top: bounds.y + localEventY })
  }

  return {
    menu,
    close() {
      setMenu(null)
    },
    onCell([column, gridRow]: Item, event: CellClickedEventArgs) {
      event.preventDefault()
      openAt(event)
      const row = layout.trueRow(gridRow)
      if (column < 0) aimAt(entireRows(cellArea(row, 0)))
      else aimAt(cellArea(row, layout.trueColumn(column)))
    },
    onHeading(column: number, event: HeaderClickedEventArgs) {
      event.preventDefault()
      openAt(event)
      if (column >= 0) aimAt(entireColumns(cellArea(0, layout.trueColumn(column))))
    },
  }
}
