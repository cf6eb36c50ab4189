import { lastColumn, lastRow, MAX_COLUMNS, MAX_ROWS, WHOLE_SHEET } from '../area.ts'
import { usedArea } from '../cells.ts'
import type { Change } from '../change.ts'
import type {
  Run,
  SheetView,
  TableView,
  WindowQuery,
  WindowView,
  WorkbookView,
} from '../protocol.ts'
import { Refusal } from '../refusal.ts'
import { findSheet } from '../sheets.ts'
import { DEFAULT_WIDTH } from '../sizes.ts'
import type { Workbook } from '../book.ts'
import type { Table, Worksheet } from '../state.ts'
import { bodyArea } from '../table.ts'
import { drawnIndex, toRuns, trueIndex } from '../visible.ts'
import { cellView } from './cell.ts'

/** At least so much is drawn, and so much more than is used. */
const LEAST = { rows: 200, columns: 26 }
const MORE = { rows: 50, columns: 5 }

interface Frame {
  readonly rowCount: number
  readonly columnCount: number
  readonly hiddenRows: readonly Run[]
  readonly hiddenColumns: readonly Run[]
}

const tableView = (table: Table): TableView => ({
  id: table.id,
  name: table.name,
  area: table.area,
  filterButtons: table.showHeaders && table.showFilterButton,
  columns: table.columns.map((column, index) => {
    const field = table.sort?.fields.find(({ key }) => key === index)
    const sorted = field ? (field.ascending ? 'ascending' : 'descending') : null
    return { name: column.name, filtered: column.filter !== null, sorted }
  }),
})

const measure = (sheet: Worksheet): Frame => {
  const used = usedArea(sheet.cells, WHOLE_SHEET, false)
  const rows = used ? lastRow(used) + 1 + MORE.rows : 0
  const columns = used ? lastColumn(used) + 1 + MORE.columns : 0
  const hidden = new Set(sheet.hiddenRows)
  for (const table of sheet.tables) for (const row of table.filteredRows) hidden.add(row)
  return {
    rowCount: Math.min(MAX_ROWS, Math.max(LEAST.rows, rows)),
    columnCount: Math.min(MAX_COLUMNS, Math.max(LEAST.columns, columns)),
    hiddenRows: toRuns(hidden),
    hiddenColumns: toRuns(sheet.hiddenColumns),
  }
}

export interface Views {
  workbook(): WorkbookView
  sheet(sheetId: string): SheetView
  window(query: WindowQuery): WindowView
  /** Whether a written area goes beyond what is drawn, so that the sheet has to be measured anew. */
  outgrown(change: Change): boolean
}

/** What is to be drawn of a workbook. Sizes and hidden rows are worked out once until they change. */
export const createViews = (workbook: Workbook): Views => {
  const frames = new WeakMap<Worksheet, Frame>()

  const frameOf = (sheet: Worksheet): Frame => {
    const frame = frames.get(sheet) ?? measure(sheet)
    frames.set(sheet, frame)
    return frame
  }
  const sheetOf = (id: string): Worksheet => {
    const sheet = findSheet(workbook, id)
    if (!sheet) throw new Refusal('ItemNotFound')
    return sheet
  }
  const outgrown = (change: Change): boolean => {
    if (change.kind !== 'cells' && change.kind !== 'format') return 'sheet' in change
    const frame = frames.get(change.sheet)
    if (!frame) return true
    const { area } = change
    // Whole rows and columns are formatted beyond what is drawn without anything to see there.
    return (
      (area.rows < MAX_ROWS && lastRow(area) >= frame.rowCount - MORE.rows / 2) ||
      (area.columns < MAX_COLUMNS && lastColumn(area) >= frame.columnCount - 2)
    )
  }
  workbook.listeners.add((change) => {
    const looking = change.kind === 'selection' || change.kind === 'activated'
    if ('sheet' in change && !looking && outgrown(change)) frames.delete(change.sheet)
  })

  return {
    outgrown,
    workbook: () => ({
      name: workbook.name,
      activeSheetId: workbook.activeSheet.id,
      sheets: workbook.sheets.map(({ id, name, visibility, tabColor }) => ({
        id,
        name,
        visibility,
        tabColor,
      })),
      editing: workbook.editing && {
        sheetId: workbook.editing.sheet.id,
        cell: workbook.editing.cell,
      },
      canUndo: workbook.undo.length > 0,
      saved: workbook.previouslySaved,
    }),
    sheet: (sheetId) => {
      const sheet = sheetOf(sheetId)
      const widths = sheet.columnWidths.flatMap((width, column): [number, number][] =>
        width === undefined ? [] : [[column, width]],
      )
      return {
        id: sheet.id,
        ...frameOf(sheet),
        columnWidths: Object.fromEntries(widths),
        defaultColumnWidth: DEFAULT_WIDTH,
        frozenRows: sheet.frozen.rows,
        frozenColumns: sheet.frozen.columns,
        showGridlines: sheet.showGridlines,
        tables: sheet.tables.map(tableView),
        selection: sheet.selection,
        activeCell: sheet.activeCell,
      }
    },
    window: (query) => {
      const sheet = sheetOf(query.sheetId)
      const { hiddenRows, hiddenColumns } = frameOf(sheet)
      const rows = indexes(hiddenRows, query.firstRow, query.rowCount)
      const columns = indexes(hiddenColumns, query.firstColumn, query.columnCount)
      const bodies = new Map<Table, number>()
      const bodyOf = (table: Table): number => {
        const known = bodies.get(table) ?? drawnIndex(hiddenRows, bodyArea(table).row)
        bodies.set(table, known)
        return known
      }
      return {
        rows,
        columns,
        cells: rows.map((row, at) => {
          const drawn = { row: query.firstRow + at, bodyOf }
          return columns.map((column) => cellView(workbook, sheet, row, column, drawn))
        }),
      }
    },
  }
}

const indexes = (hidden: readonly Run[], first: number, count: number): number[] => {
  const found: number[] = []
  let index = trueIndex(hidden, first)
  let next = hidden.findIndex(([from]) => from >= index)
  if (next < 0) next = hidden.length
  while (found.length < count) {
    const run = hidden[next]
    if (run && index === run[0]) {
      index += run[1]
      next += 1
    } else {
      found.push(index)
      index += 1
    }
  }
  return found
}
