import { intersect, lastColumn, lastRow, type Area } from './area.ts'
import { formatAt, usedArea } from './cells.ts'
import { evaluate, type Offset } from './formula/evaluate.ts'
import type { Expression, Formula, Surroundings } from './formula/formula.ts'
import { displayText } from './numberformat.ts'
import { findSheet } from './sheets.ts'
import type { Workbook } from './book.ts'
import type { Worksheet } from './state.ts'
import { findTable, columnArea } from './table.ts'
import { plain, type PlainValue, type Value } from './value.ts'

/** Formulas being computed, to find those that need themselves. */
const computing = new Set<Formula>()

const surroundings = (workbook: Workbook, own: Worksheet): Surroundings => {
  const sheetOf = (name: string | null): Worksheet | null =>
    name === null ? own : findSheet(workbook, name)
  return {
    value: (name, row, column) => {
      const sheet = sheetOf(name)
      return sheet ? valueAt(workbook, sheet, row, column) : { error: '#REF!' }
    },
    used: ({ sheet: name, area }) => {
      const sheet = sheetOf(name)
      return sheet ? usedArea(sheet.cells, area, true) : null
    },
    hasSheet: (name) => findSheet(workbook, name) !== null,
    name: (name) => {
      const found = workbook.names.find((one) => one.name.toLowerCase() === name.toLowerCase())
      const area = found?.place.areas[0]
      return found && area ? { sheet: found.place.sheet.name, area } : null
    },
    tableColumn: (name, column) => {
      const found = findTable(workbook, name)
      const at = found?.table.columns.findIndex(
        (one) => one.name.toLowerCase() === column.toLowerCase(),
      )
      if (!found || at === undefined || at < 0) return null
      return { sheet: found.sheet.name, area: columnArea(found.table, at) }
    },
  }
}

/** What an expression comes to on a sheet, moved by an offset from where it was written. */
export const compute = (
  workbook: Workbook,
  sheet: Worksheet,
  expression: Expression,
  offset: Offset,
): Value | undefined => evaluate(expression, surroundings(workbook, sheet), offset)

const result = (workbook: Workbook, sheet: Worksheet, formula: Formula): Value | undefined => {
  if (formula.revision === workbook.revision) return formula.result
  // Excel warns of a formula that needs itself and shows 0.
  if (computing.has(formula)) return 0
  computing.add(formula)
  try {
    const value = compute(workbook, sheet, formula.expression, { rows: 0, columns: 0 })
    formula.result = value ?? 0
    formula.revision = workbook.revision
    return formula.result
  } finally {
    computing.delete(formula)
  }
}

/** What a cell holds, formulas computed. */
export const valueAt = (
  workbook: Workbook,
  sheet: Worksheet,
  row: number,
  column: number,
): Value | undefined => {
  const line = sheet.cells.rows[row]
  if (!line) return undefined
  const formula = line.formulas[column]
  return formula ? result(workbook, sheet, formula) : line.values[column]
}

/** What stands in the formula bar: the formula, or the value. */
export const formulaAt = (
  workbook: Workbook,
  sheet: Worksheet,
  row: number,
  column: number,
): PlainValue =>
  sheet.cells.rows[row]?.formulas[column]?.text ?? plain(valueAt(workbook, sheet, row, column))

/** The text a cell shows. */
export const textAt = (workbook: Workbook, sheet: Worksheet, row: number, column: number): string =>
  displayText(valueAt(workbook, sheet, row, column), formatAt(sheet.cells, row, column))

/** Reads an area cell by cell into rows of columns. */
export const readArea = <T>(area: Area, read: (row: number, column: number) => T): T[][] => {
  const lines: T[][] = []
  for (let row = area.row; row <= lastRow(area); row += 1) {
    const line: T[] = []
    for (let column = area.column; column <= lastColumn(area); column += 1) {
      line.push(read(row, column))
    }
    lines.push(line)
  }
  return lines
}

/** Whether a row is out of sight, by hand or by a filter. */
export const isRowHidden = (sheet: Worksheet, row: number): boolean =>
  sheet.hiddenRows.has(row) || isRowFiltered(sheet, row)

export const isRowFiltered = (sheet: Worksheet, row: number): boolean =>
  sheet.tables.some((table) => table.filteredRows.has(row))

/** Whether a filter hides any row of the area. */
export const hasFilteredRows = (sheet: Worksheet, area: Area): boolean =>
  sheet.tables.some((table) => {
    if (table.filteredRows.size === 0 || !intersect(table.area, area)) return false
    for (let row = area.row; row <= lastRow(area); row += 1) {
      if (table.filteredRows.has(row)) return true
    }
    return false
  })
