import { isEntireColumn, isEntireRow, lastColumn, lastRow, type Area } from './area.ts'
import { notify } from './notify.ts'
import { movedArea, movedIndexes, type Edit } from './edit.ts'
import { followEdit } from './formula/follow.ts'
import { rewriteFormulas } from './formula/rewrite.ts'
import { readHeaders } from './headers.ts'
import { shiftCells } from './shiftcells.ts'
import type { Workbook } from './book.ts'
import type { Table, Worksheet } from './state.ts'
import { newColumn, setColumns } from './table.ts'

const kept = (areas: readonly Area[], edit: Edit): Area[] =>
  areas.map((area) => movedArea(area, edit)).filter((area) => area !== null)

const moveTableColumns = (table: Table, edit: Edit): void => {
  const index = edit.at - table.area.column
  if (edit.count > 0) {
    if (index <= 0 || index >= table.columns.length) return
    const added = Array.from({ length: edit.count }, () => newColumn(table))
    setColumns(table, table.columns.toSpliced(index, 0, ...added))
    return
  }
  const first = Math.max(0, index)
  const last = Math.min(table.columns.length, index - edit.count)
  if (last > first) setColumns(table, table.columns.toSpliced(first, last - first))
}

const moveTables = (workbook: Workbook, sheet: Worksheet, edit: Edit): void => {
  for (const table of [...sheet.tables]) {
    const moved = movedArea(table.area, edit)
    if (moved === table.area) continue
    if (edit.axis === 'columns') moveTableColumns(table, edit)
    else table.filteredRows = movedIndexes(table.filteredRows, edit.at, edit.count)
    if (moved && table.columns.length > 0) {
      const { row } = table.area
      const headless = edit.axis === 'rows' && edit.at <= row && edit.at - edit.count > row
      table.area = moved
      if (headless && edit.count < 0) table.showHeaders = false
    } else {
      sheet.tables.splice(sheet.tables.indexOf(table), 1)
      notify(workbook, { kind: 'table-deleted', sheet, table })
    }
  }
}

const moveLines = (sheet: Worksheet, edit: Edit): void => {
  const spread = (list: (number | undefined)[]): void => {
    if (edit.count < 0) list.splice(edit.at, -edit.count)
    else if (list.length > edit.at) {
      list.splice(edit.at, 0, ...new Array<undefined>(edit.count).fill(undefined))
    }
  }
  if (edit.axis === 'rows') {
    sheet.hiddenRows = movedIndexes(sheet.hiddenRows, edit.at, edit.count)
    spread(sheet.rowHeights)
  } else {
    sheet.hiddenColumns = movedIndexes(sheet.hiddenColumns, edit.at, edit.count)
    spread(sheet.columnWidths)
  }
}

const moveKept = (workbook: Workbook, sheet: Worksheet, edit: Edit): void => {
  for (const place of workbook.places) {
    if (place.sheet !== sheet || place.lost) continue
    place.areas = kept(place.areas, edit)
    place.lost = place.areas.length === 0
  }
  for (const format of sheet.conditionalFormats) format.areas = kept(format.areas, edit)
  sheet.conditionalFormats = sheet.conditionalFormats.filter((one) => one.areas.length > 0)
  sheet.validations = sheet.validations.flatMap((one) => {
    const area = movedArea(one.area, edit)
    return area ? [{ ...one, area }] : []
  })
  sheet.hyperlinks = new Map(
    [...sheet.hyperlinks].flatMap(([key, link]) => {
      const [row = 0, column = 0] = key.split(',').map(Number)
      const moved = movedArea({ row, column, rows: 1, columns: 1 }, edit)
      return moved ? [[`${String(moved.row)},${String(moved.column)}`, link]] : []
    }),
  )
}

const shift = (
  workbook: Workbook,
  sheet: Worksheet,
  area: Area,
  axis: Edit['axis'],
  insert: boolean,
): void => {
  const rows = axis === 'rows'
  const size = rows ? area.rows : area.columns
  const edit: Edit = {
    axis,
    at: rows ? area.row : area.column,
    count: insert ? size : -size,
    first: rows ? area.column : area.row,
    last: rows ? lastColumn(area) : lastRow(area),
  }
  shiftCells(sheet.cells, area, axis, insert)
  moveTables(workbook, sheet, edit)
  if (rows ? isEntireRow(area) : isEntireColumn(area)) moveLines(sheet, edit)
  moveKept(workbook, sheet, edit)
  rewriteFormulas(workbook, (text, on) => followEdit(text, edit, on === sheet, sheet.name))
  for (const table of sheet.tables) if (table.showHeaders) readHeaders(sheet, table)
  workbook.revision += 1
  workbook.undo.length = 0
  notify(workbook, { kind: insert ? 'inserted' : 'deleted', sheet, area, shift: axis })
}

/** Inserts empty cells where the area is; what is there moves down or right. */
export const insertCells = (
  workbook: Workbook,
  sheet: Worksheet,
  area: Area,
  direction: 'Down' | 'Right',
): void => {
  shift(
    workbook,
    sheet,
    area,
    isEntireColumn(area) || direction === 'Right' ? 'columns' : 'rows',
    true,
  )
}

/** Takes the area's cells out; what follows moves up or left. */
export const removeCells = (
  workbook: Workbook,
  sheet: Worksheet,
  area: Area,
  direction: 'Up' | 'Left',
): void => {
  shift(
    workbook,
    sheet,
    area,
    isEntireColumn(area) || direction === 'Left' ? 'columns' : 'rows',
    false,
  )
}
