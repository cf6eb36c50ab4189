import {
  DataEditor,
  type DataEditorRef,
  type GridSelection,
  type Item,
} from '@glideapps/glide-data-grid'
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react'
import { formatArea } from '../../model/address.ts'
import { cellArea } from '../../model/area.ts'
import type { WorkbookClient } from '../../model/client.ts'
import { type CellColours, shade } from '../theme/shade.ts'
import type { Editing } from '../workbook/editing.ts'
import type { Snapshot, WorkbookStore } from '../workbook/store.ts'
import { CellEditor } from './CellEditor.tsx'
import { CellMenu } from './CellMenu.tsx'
import { type FilterTarget, FilterButtons } from './FilterButtons.tsx'
import { FilterMenu } from './FilterMenu.tsx'
import { FrozenRows } from './FrozenRows.tsx'
import { cellBox, headerHeight } from './geometry.ts'
import { gridKeys } from './gridKeys.ts'
import { fromGrid, type Selected, toGrid } from './gridSelection.ts'
import { doubleClickMilliseconds, rowHeight, rowNumberWidth } from './measures.ts'
import { selectCell, selectRow } from './mouse.ts'
import { gridCell } from './paint.ts'
import { useCellMenu } from './useCellMenu.ts'
import { useCells } from './useCells.ts'
import { useColumns } from './useColumns.ts'
import { useLooks } from './useLooks.ts'
import { useMove } from './useMove.ts'
import { useView } from './useView.ts'

interface GridProps {
  client: WorkbookClient
  store: WorkbookStore
  snapshot: Snapshot
  editing: Editing
  dark: boolean
}

/** The worksheet: the one place that knows which grid draws it. */
export function Grid({ client, store, snapshot, editing, dark }: GridProps) {
  const { sheet } = snapshot
  const grid = useRef<DataEditorRef>(null)
  // For the grid any two clicks in half a second are a double click, wherever the first one was.
  const clicks = useRef({ before: -Infinity, last: -Infinity })
  const [filter, setFilter] = useState<FilterTarget | null>(null)

  const { layout, view, onVisible } = useView(sheet)
  const { cells, version } = useCells(client, sheet.id)
  const looks = useLooks(sheet, layout, dark)
  const { columns, onResizeStart, onResize, onResizeEnd } = useColumns(layout, store)
  const cellMenu = useCellMenu(store, layout)
  const move = useMove({ grid, store, sheet, layout, page: Math.max(view.height - 2, 1) })
  const { selection: areas, activeCell: active } = sheet
  const frozen = layout.frozenRows.length

  const colours = useCallback((cell: CellColours) => shade(cell, dark), [dark])
  const getCellContent = useCallback(
    ([column, row]: Item) => {
      // `version` is what makes the grid ask again once cells have arrived.
      return gridCell(version >= 0 ? cells.get(row + frozen, column) : null, colours)
    },
    [cells, version, frozen, colours],
  )
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

  const onKeyDown = (event: KeyboardEvent) => {
    if (editing.draft || event.target instanceof HTMLInputElement) return
    if (event.target instanceof HTMLButtonElement) return
    const taken = gridKeys({ event, client, store, editing, move })
    if (!taken) return
    event.preventDefault()
    event.stopPropagation()
  }

  const take = (selected: Selected) => {
    store.select(selected.areas, selected.active)
    grid.current?.focus()
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
        clicks.current = { before: clicks.current.last, last: performance.now() }
        // The grid takes the keyboard only when a click changes its selection.
        const onGrid = target instanceof Element && target.closest('.grid-canvas')
        if (onGrid && button === 0 && !editing.draft) grid.current?.focus()
      }}
      onPaste={(event) => {
        if (event.target instanceof HTMLInputElement) return
        event.preventDefault()
        const text = event.clipboardData.getData('text/plain')
        void store.operate({ do: 'paste', sheetId: sheet.id, areas, text })
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
            if (clicks.current.last - clicks.current.before > doubleClickMilliseconds) return
            // The grid takes the keyboard once more after a double click; the cell's field comes after that.
            setTimeout(() => {
              editing.edit('cell')
            })
          }}
          editOnType={false}
          keybindings={{ copy: false, cut: false, paste: false, search: false }}
          onPaste={false}
          minColumnWidth={20}
          maxColumnWidth={2000}
          onColumnResizeStart={onResizeStart}
          onColumnResize={onResize}
          onColumnResizeEnd={onResizeEnd}
          onVisibleRegionChanged={onVisible}
          onCellContextMenu={cellMenu.onCell}
          onHeaderContextMenu={cellMenu.onHeading}
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
            editing.edit('cell')
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
      {cellMenu.menu && (
        <CellMenu
          target={cellMenu.menu}
          snapshot={snapshot}
          client={client}
          store={store}
          dismiss={cellMenu.close}
        />
      )}
    </section>
  )
}
