import { parseArea } from './address.ts'
import { cellArea, intersect, lastRow, MAX_ROWS, type Area } from './area.ts'
import { notify } from './notify.ts'
import { clearArea } from './clear.ts'
import { readHeaders } from './headers.ts'
import { Refusal } from './refusal.ts'
import { nextNumber, tableId } from './sheets.ts'
import { insertCells, removeCells } from './shift.ts'
import type { Workbook } from './book.ts'
import type { Table, TableColumn, Worksheet } from './state.ts'
import { bodyArea, findTable, newColumn, setColumns, type FoundTable } from './table.ts'
import { writeValues, type Written } from './write.ts'

const freeName = (workbook: Workbook): string => {
  let number = 1
  while (findTable(workbook, `Table${String(number)}`)) number += 1
  return `Table${String(number)}`
}

const refuseOverlap = (sheet: Worksheet, area: Area, own: Table | null): void => {
  const met = sheet.tables.some((table) => table !== own && intersect(table.area, area))
  if (met) throw new Refusal('InvalidArgument', 'A table cannot overlap another table.')
}

const columnsFor = (count: number): TableColumn[] =>
  Array.from({ length: count }, (_, index) => ({ id: index + 1, name: '', filter: null }))

/** Makes a table over an area. Without headings of its own, a heading row is put above. */
export const addTable = (
  workbook: Workbook,
  sheet: Worksheet,
  given: Area,
  hasHeaders: boolean,
): Table => {
  if (given.rows === MAX_ROWS) throw new Refusal('InvalidArgument')
  refuseOverlap(sheet, given, null)
  if (!hasHeaders) insertCells(workbook, sheet, { ...given, rows: 1 }, 'Down')
  // A table has at least one row below its headings.
  const rows = Math.max(2, given.rows + (hasHeaders ? 0 : 1))
  const table: Table = {
    id: tableId(nextNumber(workbook)),
    name: freeName(workbook),
    style: 'TableStyleMedium2',
    area: { ...given, rows },
    showHeaders: true,
    showTotals: false,
    showBandedRows: true,
    showBandedColumns: false,
    showFilterButton: true,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    columns: columnsFor(given.columns),
    nextColumn: given.columns + 1,
    filteredRows: new Set(),
    sort: null,
  }
  sheet.tables.push(table)
  readHeaders(sheet, table)
  workbook.revision += 1
  notify(workbook, { kind: 'table-added', sheet, table })
  notify(workbook, { kind: 'layout', sheet })
  return table
}

/** A table's name: a letter or underscore first, no blanks, not an address, not taken. */
export const renameTable = (workbook: Workbook, table: Table, name: string): void => {
  const wrong =
    !/^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(name) ||
    parseArea(name) !== null ||
    /^[rc]$/i.test(name)
  if (wrong) throw new Refusal('InvalidArgument')
  const taken =
    workbook.names.some((one) => one.name.toLowerCase() === name.toLowerCase()) ||
    (findTable(workbook, name)?.table ?? table) !== table
  if (taken) throw new Refusal('ItemAlreadyExists')
  table.name = name
  workbook.revision += 1
}

const drop = (workbook: Workbook, { sheet, table }: FoundTable): void => {
  sheet.tables.splice(sheet.tables.indexOf(table), 1)
  workbook.revision += 1
  notify(workbook, { kind: 'table-deleted', sheet, table })
  notify(workbook, { kind: 'layout', sheet })
}

/** Leaves the cells as they are and takes the table away. */
export const convertToRange = (workbook: Workbook, found: FoundTable): Area => {
  drop(workbook, found)
  return found.table.area
}

/** Takes the table away with all its cells hold. */
export const deleteTable = (workbook: Workbook, found: FoundTable): void => {
  drop(workbook, found)
  clearArea(workbook, found.sheet, found.table.area, 'All')
}

/** Gives a table another size; its heading row stays where it is. */
export const resizeTable = (workbook: Workbook, { sheet, table }: FoundTable, area: Area): void => {
  if (area.row !== table.area.row || area.rows < 2) throw new Refusal('InvalidArgument')
  if (!intersect(area, table.area)) throw new Refusal('InvalidArgument')
  refuseOverlap(sheet, area, table)
  const shift = area.column - table.area.column
  const columns = Array.from({ length: area.columns }, (_, index): TableColumn => {
    const known = table.columns[index + shift]
    return known ?? newColumn(table)
  })
  setColumns(table, columns)
  table.area = area
  readHeaders(sheet, table)
  for (const row of [...table.filteredRows]) {
    if (row < area.row || row > lastRow(area)) table.filteredRows.delete(row)
  }
  workbook.revision += 1
  notify(workbook, { kind: 'layout', sheet })
}

/** Puts rows into a table's body, at an index or at its end. */
export const addTableRows = (
  workbook: Workbook,
  { sheet, table }: FoundTable,
  index: number | null,
  values: readonly (readonly Written[])[],
): void => {
  const body = bodyArea(table)
  const at = index ?? body.rows
  if (at < 0 || at > body.rows) throw new Refusal('InvalidArgument')
  const area = { ...body, row: body.row + at, rows: values.length }
  insertCells(workbook, sheet, area, 'Down')
  // Cells put in straight below the body do not move it: the table takes them in itself.
  if (at === body.rows) table.area = { ...table.area, rows: table.area.rows + values.length }
  writeValues(workbook, sheet, area, values)
}

export const deleteTableRow = (
  workbook: Workbook,
  { sheet, table }: FoundTable,
  index: number,
): void => {
  const body = bodyArea(table)
  if (index < 0 || index >= body.rows) throw new Refusal('InvalidArgument')
  const area = { ...body, row: body.row + index, rows: 1 }
  // The last row of a body stays, empty.
  if (body.rows === 1) clearArea(workbook, sheet, area, 'Contents')
  else removeCells(workbook, sheet, area, 'Up')
}

/** Puts a column into a table, before an index or at its end; the values may bring the heading. */
export const addTableColumn = (
  workbook: Workbook,
  { sheet, table }: FoundTable,
  index: number | null,
  values: readonly (readonly Written[])[] | null,
  name: string | null,
): TableColumn => {
  const at = index ?? table.columns.length
  if (at < 0 || at > table.columns.length) throw new Refusal('InvalidArgument')
  const area = { ...table.area, column: table.area.column + at, columns: 1 }
  insertCells(workbook, sheet, area, 'Right')
  if (at === 0 || at === table.columns.length) {
    const column = at === 0 ? area.column : table.area.column
    table.area = { ...table.area, column, columns: table.area.columns + 1 }
    setColumns(table, table.columns.toSpliced(at, 0, newColumn(table)))
    readHeaders(sheet, table)
  }
  if (values) writeValues(workbook, sheet, area, values)
  if (name !== null) writeValues(workbook, sheet, cellArea(table.area.row, area.column), name)
  const column = table.columns[at]
  if (!column) throw new Refusal('GeneralException')
  notify(workbook, { kind: 'layout', sheet })
  return column
}

export const deleteTableColumn = (
  workbook: Workbook,
  { sheet, table }: FoundTable,
  index: number,
): void => {
  if (table.columns.length === 1) throw new Refusal('InvalidOperation')
  const area = { ...table.area, column: table.area.column + index, columns: 1 }
  removeCells(workbook, sheet, area, 'Left')
  notify(workbook, { kind: 'layout', sheet })
}

/** Moves a table's column before another, cells and all, as by cutting and inserting. */
export const moveTableColumn = (
  workbook: Workbook,
  { sheet, table }: FoundTable,
  from: number,
  to: number,
): void => {
  const moved = table.columns[from]
  if (!moved || to < 0 || to > table.columns.length) throw new Refusal('InvalidArgument')
  const target = to > from ? to - 1 : to
  const order = (list: unknown[], offset: number): void => {
    list.length = Math.max(list.length, offset + table.columns.length)
    const [one] = list.splice(offset + from, 1)
    list.splice(offset + target, 0, one)
  }
  for (let row = table.area.row; row <= lastRow(table.area); row += 1) {
    const line = sheet.cells.rows[row]
    if (!line) continue
    order(line.values, table.area.column)
    order(line.formulas, table.area.column)
    order(line.formats, table.area.column)
    order(line.styles, table.area.column)
  }
  setColumns(table, table.columns.toSpliced(from, 1).toSpliced(target, 0, moved))
  workbook.revision += 1
  notify(workbook, { kind: 'cells', sheet, area: table.area, detail: null })
  notify(workbook, { kind: 'layout', sheet })
}
