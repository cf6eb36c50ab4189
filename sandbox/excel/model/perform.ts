import { cellArea, entireColumns, entireRows, type Area } from './area.ts'
import { notify } from './notify.ts'
import { clearArea } from './clear.ts'
import { clearFilters, setFilter } from './filter.ts'
import { hideColumns, hideRows } from './hide.ts'
import type { UserOperation } from './operation.ts'
import { paste } from './paste.ts'
import { Refusal } from './refusal.ts'
import { select } from './select.ts'
import {
  activateSheet,
  addSheet,
  copySheet,
  deleteSheet,
  findSheet,
  renameSheet,
  setVisibility,
} from './sheets.ts'
import { insertCells, removeCells } from './shift.ts'
import { autofitColumns, setWidth } from './sizes.ts'
import { saveWorkbook } from './save.ts'
import { addUndoStep, undoStep } from './snapshot.ts'
import { sortTable } from './sort.ts'
import { visibleAreas } from './special.ts'
import type { Workbook } from './book.ts'
import type { Worksheet } from './state.ts'
import { findTable, type FoundTable } from './table.ts'
import { moveTableColumn } from './tables.ts'
import { writeValues } from './write.ts'

type Lines = Extract<UserOperation, { axis: string }>

const sheetOf = (workbook: Workbook, id: string): Worksheet => {
  const sheet = findSheet(workbook, id)
  if (!sheet) throw new Refusal('ItemNotFound')
  return sheet
}

const tableOf = (workbook: Workbook, id: string): FoundTable => {
  const found = findTable(workbook, id)
  if (!found) throw new Refusal('ItemNotFound')
  return found
}

const edit = (workbook: Workbook, editing: Workbook['editing']): void => {
  if (workbook.editing === editing) return
  workbook.editing = editing
  notify(workbook, { kind: 'editing' })
}

/** A refused entry, such as a formula that cannot be read, leaves no step to take back. */
const type = (workbook: Workbook, sheet: Worksheet, cell: Area, text: string): void => {
  const step = undoStep(workbook, sheet, [cell])
  try {
    writeValues(workbook, sheet, cell, text)
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause
    throw new Refusal(cause.code, 'Excel cannot read this formula, or it is too long for a cell.')
  }
  addUndoStep(workbook, step)
}

const changeLines = (workbook: Workbook, op: Lines): void => {
  const sheet = sheetOf(workbook, op.sheetId)
  const rows = op.axis === 'rows'
  const area = rows
    ? entireRows({ row: op.first, rows: op.count, column: 0, columns: 1 })
    : entireColumns({ row: 0, rows: 1, column: op.first, columns: op.count })
  switch (op.do) {
    case 'insert':
      insertCells(workbook, sheet, area, rows ? 'Down' : 'Right')
      break
    case 'delete':
      removeCells(workbook, sheet, area, rows ? 'Up' : 'Left')
      break
    default:
      if (rows) hideRows(workbook, sheet, area, op.do === 'hide')
      else hideColumns(workbook, sheet, area, op.do === 'hide')
  }
}

type OfSheet = Exclude<Extract<UserOperation, { sheetId: string }>, Lines>

const onSheet = (workbook: Workbook, sheet: Worksheet, op: OfSheet): void => {
  switch (op.do) {
    case 'type':
      edit(workbook, null)
      type(workbook, sheet, cellArea(op.row, op.column), op.text)
      break
    case 'begin-edit':
      edit(workbook, { sheet, cell: { row: op.row, column: op.column } })
      break
    case 'select':
      select(workbook, sheet, op.areas, op.active)
      break
    case 'clear': {
      // Rows that a filter hides keep what they hold.
      const areas = op.areas.flatMap((one) => visibleAreas(sheet, one))
      addUndoStep(workbook, undoStep(workbook, sheet, areas))
      for (const area of areas) clearArea(workbook, sheet, area, 'Contents')
      break
    }
    case 'paste':
      paste(workbook, sheet, op.areas, op.text)
      break
    case 'activate-sheet':
      activateSheet(workbook, sheet)
      break
    case 'rename-sheet':
      renameSheet(workbook, sheet, op.name)
      break
    case 'delete-sheet':
      deleteSheet(workbook, sheet)
      break
    case 'copy-sheet':
      activateSheet(workbook, copySheet(workbook, sheet))
      break
    case 'hide-sheet':
      setVisibility(workbook, sheet, 'Hidden')
      break
    case 'show-sheet':
      setVisibility(workbook, sheet, 'Visible')
      break
    case 'column-width':
      setWidth(workbook, sheet, entireColumns(cellArea(0, op.column)), op.width)
      break
    case 'fit-column':
      autofitColumns(workbook, sheet, entireColumns(cellArea(0, op.column)))
      break
  }
}

type OfTable = Extract<UserOperation, { tableId: string }>

const onTable = (workbook: Workbook, found: FoundTable, op: OfTable): void => {
  const { sheet, table } = found
  switch (op.do) {
    case 'filter-values':
      setFilter(workbook, sheet, table, op.column, { on: 'Values', values: op.values })
      break
    case 'filter-custom':
      setFilter(workbook, sheet, table, op.column, {
        on: 'Custom',
        criterion1: op.criterion1,
        criterion2: op.criterion2 ?? null,
        operator: op.operator ?? 'And',
      })
      break
    case 'clear-filter':
      if (op.column === undefined) clearFilters(workbook, sheet, table)
      else setFilter(workbook, sheet, table, op.column, null)
      break
    case 'sort':
      workbook.undo.length = 0
      sortTable(workbook, sheet, table, [{ key: op.column, ascending: op.ascending }])
      break
    case 'move-column':
      workbook.undo.length = 0
      moveTableColumn(workbook, found, op.from, op.to)
      break
  }
}

/** Does what a user does by hand. Refusals say why, in Excel's codes. */
export const perform = (workbook: Workbook, op: UserOperation): void => {
  if ('axis' in op) changeLines(workbook, op)
  else if ('tableId' in op) onTable(workbook, tableOf(workbook, op.tableId), op)
  else if ('sheetId' in op) onSheet(workbook, sheetOf(workbook, op.sheetId), op)
  else if (op.do === 'cancel-edit') edit(workbook, null)
  else if (op.do === 'undo') workbook.undo.pop()?.()
  else if (op.do === 'add-sheet') activateSheet(workbook, addSheet(workbook))
  else {
    // As on the web: a workbook that has a place keeps saving itself.
    workbook.autoSave = true
    saveWorkbook(workbook)
  }
}
