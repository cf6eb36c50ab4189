import {
  type CellClickedEventArgs,
  DataEditor,
  type DataEditorRef,
  type GridSelection,
  type Item,
  type Rectangle,
} from '@glideapps/glide-data-grid'
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { columnName, formatArea } from '../../model/address.ts'
import {
  type Area,
  cellArea,
  contains,
  entireColumns,
  entireRows,
  MAX_COLUMNS,
  MAX_ROWS,
  type Position,
} from '../../model/area.ts'
import type { WorkbookClient } from '../../model/client.ts'
import { type Palette, readPalette } from '../theme/palette.ts'
import { type CellColours, shade } from '../theme/shade.ts'
import type { Editing } from '../workbook/editing.ts'
import type { Snapshot, WorkbookStore } from '../workbook/store.ts'
import { CellEditor } from './CellEditor.tsx'
import { CellMenu, type MenuTarget } from './CellMenu.tsx'
import { type FilterTarget, FilterButtons } from './FilterButtons.tsx'
import { FilterMenu } from './FilterMenu.tsx'
import { FrozenRows } from './FrozenRows.tsx'
import { cellBox, headerHeight, type View } from './geometry.ts'
import { fromGrid, type Selected, toGrid } from './gridSelection.ts'
import { gridKeys } from './gridKeys.ts'
import { type Keystroke, selectByKey } from './keys.ts'
import { gridLayout } from './layout.ts'
import { rowHeight, rowNumberWidth } from './measures.ts'
import { selectCell, selectRow } from './mouse.ts'
import { drawLetters, gridCell, gridTheme, renderers } from './paint.ts'
import { useCells } from './useCells.ts'

interface GridProps {
  client: WorkbookClient
  store: WorkbookStore
  snapshot: Snapshot
  editing: Editing
  dark: boolean
}

type MenuEvent = Pick<CellClickedEventArgs, 'bounds' | 'localEventX' | 'localEventY'>

const topLeft: View = { x: 0, y: 0, width: 30, height: 40, tx: 0, ty: 0 }
/** Rows and columns added when the user has scrolled to the end of those drawn. */
const further = { rows: 200, columns: 10 }

/** The worksheet: the one place that knows which grid draws it. */
export function Grid({ client, store, snapshot, editing, dark }: GridProps) {
  const { sheet } = snapshot
  const grid = useRef<DataEditorRef>(null)
  const [view, setView] = useState<View>(topLeft)
  const [more, setMore] = useState({ rows: 0, columns: 0 })
  const [dragged, setDragged] = useState<{ column: number; width: number } | null>(null)
  const [filter, setFilter] = useState<FilterTarget | null>(null)
  const [menu, setMenu] = useState<MenuTarget | null>(null)
  const [palette, setPalette] = useState<Palette | null>(null)

  const layout = useMemo(() => gridLayout(sheet, more), [sheet, more])
  const { cells, version } = useCells(client, sheet.id)
  const { selection: areas, activeCell: active } = sheet
  const frozen = layout.frozenRows.length

  useEffect(() => {
    setPalette(readPalette(document.documentElement))
  }, [dark])

  const colours = useCallback((cell: CellColours) => shade(cell, dark), [dark])
  const getCellContent = useCallback(
    ([column, row]: Item) => {
      // `version` is what makes the grid ask again once cells have arrived.
      return gridCell(version >= 0 ? cells.get(row + frozen, column) : null, colours)
    },
    [cells, version, frozen, colours],
  )
  const columns = useMemo(
    () =>
      Array.from({ length: layout.columns }, (_, column) => ({
        id: String(column),
        title: columnName(layout.trueColumn(column)),
        width: dragged?.column === column ? dragged.width : layout.columnWidth(column),
      })),
    [layout, dragged],
  )
  const looks = useMemo(() => {
    if (!palette) return null
    const filtered = sheet.tables.some((table) => table.columns.some((one) => one.filtered))
    return {
      theme: gridTheme(palette, sheet.showGridlines),
      drawHeader: drawLetters({ layout, palette, areas }),
      renderers: renderers({ layout, palette, areas, filtered }),
    }
  }, [palette, layout, areas, sheet.tables, sheet.showGridlines])

  const headings = useMemo(
    () =>
      sheet.tables
        .filter(({ filterButtons }) => filterButtons)
        .map(({ area }) => ({ ...area, rows: 1 })),
    [sheet.tables],
  )

  const gridSelection = useMemo(() => toGrid(layout, { areas, active }), [layout, areas, active])
  const onSelect = useCallback(
    (selected: GridSelection) => {
      const next = fromGrid(layout, selected)
      if (next.areas.length > 0) store.select(next.areas, next.active)
    },
    [layout, store],
  )

  const show = useCallback(
    (cell: Position) => {
      const row = layout.gridRow(cell.row)
      const column = layout.gridColumn(cell.column)
      grid.current?.scrollTo(column, Math.max(row, 0), row < 0 ? 'horizontal' : 'both')
    },
    [layout],
  )
  const shown = useRef(active)
  useEffect(() => {
    if (shown.current.row === active.row && shown.current.column === active.column) return
    shown.current = active
    show(active)
  }, [active, show])

  const move = useCallback(
    (stroke: Keystroke) => {
      const tables = sheet.tables.map(({ area }) => area)
      const ground = { layout, tables, page: Math.max(view.height - 2, 1) }
      const next = selectByKey(ground, stroke, { areas, active })
      if (next) store.select(next.areas, next.active)
      return next !== null
    },
    [sheet.tables, layout, view.height, areas, active, store],
  )

  const onKeyDown = (event: KeyboardEvent) => {
    if (editing.draft || event.target instanceof HTMLInputElement) return
    if (event.target instanceof HTMLButtonElement) return
    const taken = gridKeys({ event, client, store, editing, move })
    if (!taken) return
    event.preventDefault()
    event.stopPropagation()
  }

  const onVisible = (region: Rectangle, tx: number, ty: number) => {
    const { x, y, width, height } = region
    setView({ x, y, width, height, tx, ty })
    const atEnd = (end: number, all: number) => end >= all - 1
    const rows = atEnd(y + height, layout.rows) ? layout.trueRow(layout.rows) + further.rows : 0
    const wide = atEnd(x + width, layout.columns)
      ? layout.trueColumn(layout.columns) + further.columns
      : 0
    if (rows === 0 && wide === 0) return
    setMore((now) => ({
      rows: Math.min(Math.max(now.rows, rows), MAX_ROWS),
      columns: Math.min(Math.max(now.columns, wide), MAX_COLUMNS),
    }))
  }

  const take = (selected: Selected) => {
    store.select(selected.areas, selected.active)
    grid.current?.focus()
  }
  /** A menu is about what is under the mouse, unless that is selected already. */
  const aimAt = (area: Area) => {
    const within = areas.some((one) => contains(one, area))
    const next = within ? { areas, active } : { areas: [area], active: area }
    // The grid goes on to select the one cell under the mouse; what is aimed at comes after that.
    queueMicrotask(() => {
      store.select(next.areas, { row: next.active.row, column: next.active.column })
    })
  }
  const openMenu = ({ bounds, localEventX, localEventY }: MenuEvent) => {
    setMenu({ left: bounds.x + localEventX, top: bounds.y + localEventY })
  }

  const typed = editing.draft?.sheetId === sheet.id ? editing.draft.cell : null
  const typedBox =
    typed && cellBox(layout, view, layout.gridRow(typed.row), layout.gridColumn(typed.column))

  return (
    <section
      className="grid"
      aria-label="Worksheet"
      onKeyDownCapture={onKeyDown}
      onPointerUp={({ target, button }) => {
        // The grid takes the keyboard only when a click changes its selection.
        const onGrid = target instanceof Element && target.closest('.grid-canvas')
        if (onGrid && button === 0 && !editing.draft) grid.current?.focus()
      }}
      onPaste={(event) => {
        if (event.target instanceof HTMLInputElement) return
        event.preventDefault()
        const text = event.clipboardData.getData('text/plain')
        void store.operate({ do: 'paste', sheetId: sheet.id, ...active, text })
      }}
    >
      {looks && (
        <DataEditor
          ref={grid}
          className="grid-canvas"
          width="100%"
          height="100%"
          columns={columns}
          rows={layout.rows}
          getCellContent={getCellContent}
          theme={looks.theme}
          drawHeader={looks.drawHeader}
          renderers={looks.renderers}
          rowHeight={rowHeight}
          headerHeight={headerHeight(layout)}
          rowMarkers={{ kind: 'clickable-number', width: rowNumberWidth }}
          freezeColumns={layout.frozenColumns}
          gridSelection={gridSelection}
          onGridSelectionChange={onSelect}
          rangeSelect="multi-rect"
          rowSelect="multi"
          columnSelect="multi"
          rangeSelectionBlending="mixed"
          rowSelectionBlending="mixed"
          columnSelectionBlending="mixed"
          cellActivationBehavior="double-click"
          onCellActivated={() => {
            // The grid takes the keyboard once more after a double click; the cell's field comes after that.
            setTimeout(() => {
              editing.begin('cell')
            })
          }}
          editOnType={false}
          keybindings={{ copy: false, cut: false, paste: false, search: false }}
          onPaste={false}
          minColumnWidth={20}
          maxColumnWidth={2000}
          onColumnResize={(_column, width, column) => {
            setDragged({ column, width })
          }}
          onColumnResizeEnd={(_column, width, gridColumn) => {
            const column = layout.trueColumn(gridColumn)
            void store
              .operate({ do: 'column-width', sheetId: sheet.id, column, width })
              .then(() => {
                setDragged(null)
              })
          }}
          onVisibleRegionChanged={onVisible}
          onCellContextMenu={([column, gridRow], event) => {
            event.preventDefault()
            openMenu(event)
            const row = layout.trueRow(gridRow)
            if (column < 0) aimAt(entireRows(cellArea(row, 0)))
            else aimAt(cellArea(row, layout.trueColumn(column)))
          }}
          onHeaderContextMenu={(column, event) => {
            event.preventDefault()
            openMenu(event)
            if (column >= 0) aimAt(entireColumns(cellArea(0, layout.trueColumn(column))))
          }}
          smoothScrollX
          smoothScrollY
          drawFocusRing
          scrollToActiveCell={false}
        />
      )}
      {frozen > 0 && (
        <FrozenRows
          layout={layout}
          view={view}
          cells={cells}
          colours={colours}
          areas={areas}
          active={active}
          headings={headings}
          select={(cell, event) => {
            take(selectCell({ areas, active }, cell, event))
          }}
          selectRow={(row, event) => {
            take(selectRow({ areas, active }, row, event))
          }}
          edit={() => {
            editing.begin('cell')
          }}
        />
      )}
      <FilterButtons sheet={sheet} layout={layout} view={view} open={setFilter} />
      {typed && typedBox && (
        <CellEditor
          box={typedBox}
          address={formatArea(cellArea(typed.row, typed.column))}
          editing={editing}
          leave={(stroke) => {
            if (stroke) move(stroke)
            grid.current?.focus()
          }}
        />
      )}
      {filter && (
        <FilterMenu
          target={filter}
          client={client}
          store={store}
          dismiss={() => {
            setFilter(null)
          }}
        />
      )}
      {menu && (
        <CellMenu
          target={menu}
          snapshot={snapshot}
          client={client}
          store={store}
          dismiss={() => {
            setMenu(null)
          }}
        />
      )}
    </section>
  )
}
