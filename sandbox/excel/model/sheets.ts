import { cellArea } from './area.ts'
import { copyCells, createCells } from './cells.ts'
import { followName } from './formula/follow.ts'
import { rewriteFormulas } from './formula/rewrite.ts'
import { notify } from './notify.ts'
import type { Visibility } from './protocol.ts'
import { Refusal } from './refusal.ts'
import type { Workbook, WorkbookOptions } from './book.ts'
import type { Worksheet } from './state.ts'

const hex = (number: number): string => number.toString(16).toUpperCase().padStart(4, '0')
const sheetId = (number: number): string => `{00000000-0001-0000-${hex(number)}-000000000000}`

const createSheet = (id: string, name: string): Worksheet => ({
  id,
  name,
  visibility: 'Visible',
  tabColor: '',
  cells: createCells(),
  columnWidths: [],
  rowHeights: [],
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  frozen: { rows: 0, columns: 0 },
  tables: [],
  properties: new Map(),
  conditionalFormats: [],
  validations: [],
  hyperlinks: new Map(),
  selection: [cellArea(0, 0)],
  activeCell: { row: 0, column: 0 },
  showGridlines: true,
  showHeadings: true,
})

/** A new workbook with one empty sheet. */
export const createWorkbook = (options: WorkbookOptions = {}): Workbook => {
  const first = createSheet(sheetId(0), 'Sheet1')
  return {
    name: options.name ?? 'Book1',
    previouslySaved: options.previouslySaved ?? false,
    autoSave: options.autoSave ?? false,
    dirty: false,
    dateOrder: options.dateOrder ?? 'dmy',
    thisYear: options.thisYear ?? new Date().getUTCFullYear(),
    sheets: [first],
    activeSheet: first,
    names: [],
    settings: new Map(),
    xmlParts: [],
    calculationMode: 'Automatic',
    editing: null,
    origin: 'user',
    revision: 0,
    places: new Set(),
    listeners: new Set(),
    undo: [],
    copied: null,
    counter: 0,
  }
}

/** The next number for an id; never given twice in a workbook. */
export const nextNumber = (workbook: Workbook): number => (workbook.counter += 1)

/** Finds a sheet by name (without case) or id. */
export const findSheet = (workbook: Workbook, key: string): Worksheet | null =>
  workbook.sheets.find((sheet) => sheet.id === key || sameName(sheet.name, key)) ?? null

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

const checkName = (workbook: Workbook, name: string, own: Worksheet | null): void => {
  const wrong =
    name.length < 1 ||
    name.length > 31 ||
    /[\\/?*[\]:]/.test(name) ||
    name.startsWith("'") ||
    name.endsWith("'") ||
    sameName(name, 'History')
  if (wrong) throw new Refusal('InvalidArgument')
  const taken = workbook.sheets.some((sheet) => sheet !== own && sameName(sheet.name, name))
  if (taken) throw new Refusal('ItemAlreadyExists')
}

const freeName = (workbook: Workbook): string => {
  let number = workbook.sheets.length + 1
  while (findSheet(workbook, `Sheet${String(number)}`)) number += 1
  return `Sheet${String(number)}`
}

const place = (workbook: Workbook, sheet: Worksheet, at: number): void => {
  workbook.sheets.splice(at, 0, sheet)
  notify(workbook, { kind: 'sheet-added', sheet })
}

/** Adds an empty sheet at the end; it is not activated. */
export const addSheet = (workbook: Workbook, name?: string | null): Worksheet => {
  const wanted = name ?? freeName(workbook)
  checkName(workbook, wanted, null)
  const sheet = createSheet(sheetId(nextNumber(workbook)), wanted)
  place(workbook, sheet, workbook.sheets.length)
  return sheet
}

export const renameSheet = (workbook: Workbook, sheet: Worksheet, name: string): void => {
  checkName(workbook, name, sheet)
  const before = sheet.name
  sheet.name = name
  rewriteFormulas(workbook, (text) => followName(text, before, name))
  workbook.revision += 1
  notify(workbook, { kind: 'sheet-renamed', sheet, before })
}

const refuseLastVisible = (workbook: Workbook, sheet: Worksheet): void => {
  const others = workbook.sheets.filter((one) => one !== sheet && one.visibility === 'Visible')
  if (sheet.visibility === 'Visible' && others.length === 0) throw new Refusal('InvalidOperation')
}

/** Moves the user to the nearest visible sheet when the one shown goes away. */
const leave = (workbook: Workbook, sheet: Worksheet): void => {
  if (workbook.activeSheet !== sheet) return
  const at = workbook.sheets.indexOf(sheet)
  const next =
    workbook.sheets.slice(at + 1).find((one) => one.visibility === 'Visible') ??
    workbook.sheets.slice(0, at).findLast((one) => one.visibility === 'Visible')
  if (next) activateSheet(workbook, next)
}

export const activateSheet = (workbook: Workbook, sheet: Worksheet): void => {
  if (workbook.activeSheet === sheet) return
  if (sheet.visibility !== 'Visible') throw new Refusal('InvalidOperation')
  const left = workbook.activeSheet
  workbook.activeSheet = sheet
  notify(workbook, { kind: 'activated', sheet, left })
}

export const setVisibility = (
  workbook: Workbook,
  sheet: Worksheet,
  visibility: Visibility,
): void => {
  if (visibility !== 'Visible') {
    refuseLastVisible(workbook, sheet)
    leave(workbook, sheet)
  }
  const before = sheet.visibility
  sheet.visibility = visibility
  if (before !== visibility) notify(workbook, { kind: 'sheet-visibility', sheet, before })
}

/** Deletes a sheet for good: no undo brings it back. */
export const deleteSheet = (workbook: Workbook, sheet: Worksheet): void => {
  refuseLastVisible(workbook, sheet)
  if (sheet.visibility === 'VeryHidden') throw new Refusal('InvalidOperation')
  leave(workbook, sheet)
  workbook.sheets.splice(workbook.sheets.indexOf(sheet), 1)
  workbook.names = workbook.names.filter((name) => name.place.sheet !== sheet)
  for (const kept of workbook.places) if (kept.sheet === sheet) kept.lost = true
  workbook.undo.length = 0
  workbook.revision += 1
  notify(workbook, { kind: 'sheet-deleted', sheet })
}

export const moveSheet = (workbook: Workbook, sheet: Worksheet, position: number): void => {
  if (position < 0 || position >= workbook.sheets.length) throw new Refusal('InvalidArgument')
  const before = workbook.sheets.indexOf(sheet)
  workbook.sheets.splice(before, 1)
  workbook.sheets.splice(position, 0, sheet)
  notify(workbook, { kind: 'sheet-moved', sheet, before })
}

const copyName = (workbook: Workbook, name: string): string => {
  let number = 2
  const named = (): string => {
    const tail = ` (${String(number)})`
    return name.slice(0, 31 - tail.length) + tail
  }
  while (findSheet(workbook, named())) number += 1
  return named()
}

const freeTableName = (workbook: Workbook, name: string): string => {
  const taken = new Set(
    workbook.sheets.flatMap((sheet) => sheet.tables.map((table) => table.name.toLowerCase())),
  )
  let number = 2
  while (taken.has(`${name}${String(number)}`.toLowerCase())) number += 1
  return `${name}${String(number)}`
}

/**
 * Copies a sheet behind itself, as a user does: tables get new names and ids, and the sheet's custom
 * properties are not copied (office-js#5486).
 */
export const copySheet = (workbook: Workbook, sheet: Worksheet): Worksheet => {
  const copy: Worksheet = {
    ...sheet,
    id: sheetId(nextNumber(workbook)),
    name: copyName(workbook, sheet.name),
    cells: copyCells(sheet.cells),
    columnWidths: [...sheet.columnWidths],
    rowHeights: [...sheet.rowHeights],
    hiddenRows: new Set(sheet.hiddenRows),
    hiddenColumns: new Set(sheet.hiddenColumns),
    frozen: { ...sheet.frozen },
    properties: new Map(),
    conditionalFormats: sheet.conditionalFormats.map((format) => ({
      ...format,
      rule: { ...format.rule },
    })),
    validations: sheet.validations.map((validation) => ({ ...validation })),
    hyperlinks: new Map(sheet.hyperlinks),
    tables: [],
  }
  for (const table of sheet.tables) {
    copy.tables.push({
      ...table,
      id: tableId(nextNumber(workbook)),
      name: freeTableName(workbook, table.name),
      columns: table.columns.map((column) => ({ ...column })),
      filteredRows: new Set(table.filteredRows),
    })
  }
  place(workbook, copy, workbook.sheets.indexOf(sheet) + 1)
  workbook.revision += 1
  return copy
}

export const tableId = (number: number): string =>
  `{1000${hex(number)}-0000-4000-8000-000000000000}`
