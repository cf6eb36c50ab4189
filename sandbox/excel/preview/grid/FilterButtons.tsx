import type { SheetView, TableView } from '../../model/protocol.ts'
import { Icon } from '../theme/icons.tsx'
import { cellBox, shownColumns, type View } from './geometry.ts'
import type { GridLayout } from './layout.ts'

/** A column of a table whose filter menu is asked for, and the button it hangs on. */
export interface FilterTarget {
  readonly table: TableView
  readonly column: number
  readonly button: HTMLElement
}

interface FilterButtonsProps {
  sheet: SheetView
  layout: GridLayout
  view: View
  open(target: FilterTarget): void
}

/** The buttons in the heading rows of tables, as real buttons over the canvas. */
export function FilterButtons({ sheet, layout, view, open }: FilterButtonsProps) {
  const shown = shownColumns(layout, view)
  return sheet.tables
    .filter(({ filterButtons }) => filterButtons)
    .flatMap((table) =>
      shown.map((gridColumn) => {
        const column = layout.trueColumn(gridColumn) - table.area.column
        const heading = table.columns[column]
        const box = cellBox(layout, view, layout.gridRow(table.area.row), gridColumn)
        if (!heading || !box) return null
        const shape = heading.filtered
          ? 'filter'
          : heading.sorted
            ? heading.sorted
            : ('down' as const)
        return (
          <button
            key={`${table.id}:${String(column)}`}
            type="button"
            className={heading.filtered ? 'filter-button filtered' : 'filter-button'}
            aria-label={`Filter ${heading.name}`}
            aria-haspopup="dialog"
            title={heading.filtered ? `${heading.name}: filtered` : `Filter ${heading.name}`}
            style={{ left: box.left + box.width - 19, top: box.top + 2 }}
            onClick={({ currentTarget }) => {
              open({ table, column, button: currentTarget })
            }}
          >
            <Icon shape={shape} />
          </button>
        )
      }),
    )
}
