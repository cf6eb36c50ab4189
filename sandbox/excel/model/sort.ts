import { lastColumn, lastRow, type Area } from './area.ts'
import { rowOf } from './cells.ts'
import { notify } from './notify.ts'
import { compareValues } from './criterion.ts'
import { copyDown } from './formula/copy.ts'
import type { Formula } from './formula/formula.ts'
import { parseFormula } from './formula/parse.ts'
import { applyFilters } from './filter.ts'
import { isRowHidden, valueAt } from './read.ts'
import { Refusal } from './refusal.ts'
import type { Workbook } from './book.ts'
import type { SortField, Table, Worksheet } from './state.ts'
import type { Style } from './style.ts'
import { bodyArea } from './table.ts'
import type { Value } from './value.ts'

interface Line {
  readonly row: number
  readonly keys: readonly (Value | undefined)[]
  readonly values: readonly (Value | undefined)[]
  readonly formulas: readonly (Formula | undefined)[]
  readonly formats: readonly (string | undefined)[]
  readonly styles: readonly (Style | undefined)[]
}

/** Empty cells come last, whichever way the others go. */
const compareLines =
  (fields: readonly SortField[], matchCase: boolean) =>
  (a: Line, b: Line): number => {
    for (const [at, field] of fields.entries()) {
      const [left, right] = [a.keys[at], b.keys[at]]
      if (left === undefined || right === undefined) {
        if (left !== right) return left === undefined ? 1 : -1
        continue
      }
      let order = compareValues(left, right)
      if (order === 0 && matchCase && left !== right) order = String(left) < String(right) ? 1 : -1
      if (order !== 0) return field.ascending ? order : -order
    }
    return a.row - b.row
  }

const moved = (formula: Formula | undefined, rows: number): Formula | undefined => {
  if (!formula) return undefined
  const text = copyDown(formula.text, rows)
  const expression = parseFormula(text) ?? formula.expression
  return { text, expression, result: undefined, revision: -1 }
}

/** Sorts the rows in sight of an area by some of its columns. Hidden rows are not moved. */
const sortRows = (
  workbook: Workbook,
  sheet: Worksheet,
  area: Area,
  fields: readonly SortField[],
  matchCase: boolean,
): void => {
  if (fields.some(({ key }) => key < 0 || key >= area.columns)) throw new Refusal('InvalidArgument')
  const lines: Line[] = []
  const [from, to] = [area.column, lastColumn(area) + 1]
  for (let row = area.row; row <= lastRow(area); row += 1) {
    if (isRowHidden(sheet, row)) continue
    const line = rowOf(sheet.cells, row)
    lines.push({
      row,
      keys: fields.map(({ key }) => valueAt(workbook, sheet, row, area.column + key)),
      values: line.values.slice(from, to),
      formulas: line.formulas.slice(from, to),
      formats: line.formats.slice(from, to),
      styles: line.styles.slice(from, to),
    })
  }
  const rows = lines.map((line) => line.row)
  lines.sort(compareLines(fields, matchCase)).forEach((line, at) => {
    const row = rows[at] ?? line.row
    const target = rowOf(sheet.cells, row)
    for (let index = 0; index < area.columns; index += 1) {
      const column = from + index
      target.values[column] = line.values[index]
      target.formulas[column] = moved(line.formulas[index], row - line.row)
      target.formats[column] = line.formats[index]
      target.styles[column] = line.styles[index]
    }
  })
  workbook.revision += 1
}

/** Sorts a plain range. */
export const sortArea = (
  workbook: Workbook,
  sheet: Worksheet,
  area: Area,
  fields: readonly SortField[],
  matchCase: boolean,
): void => {
  sortRows(workbook, sheet, area, fields, matchCase)
  notify(workbook, { kind: 'sorted', sheet, area, table: null })
}

/** Sorts a table's body and remembers how; its filters are applied again. */
export const sortTable = (
  workbook: Workbook,
  sheet: Worksheet,
  table: Table,
  fields: readonly SortField[],
  matchCase = false,
): void => {
  const area = bodyArea(table)
  sortRows(workbook, sheet, area, fields, matchCase)
  table.sort = { fields, matchCase }
  notify(workbook, { kind: 'sorted', sheet, area, table })
  if (table.columns.some((column) => column.filter)) applyFilters(workbook, sheet, table)
}
