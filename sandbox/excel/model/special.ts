import { between, lastColumn, lastRow, type Area } from './area.ts'
import { usedArea } from './cells.ts'
import { isRowHidden, valueAt } from './read.ts'
import { Refusal } from './refusal.ts'
import type { Workbook } from './book.ts'
import type { Worksheet } from './state.ts'

/** Runs of indexes for which something holds. */
const runs = (
  first: number,
  last: number,
  holds: (index: number) => boolean,
): [number, number][] => {
  const found: [number, number][] = []
  let start = -1
  for (let index = first; index <= last + 1; index += 1) {
    if (index <= last && holds(index)) {
      if (start < 0) start = index
    } else if (start >= 0) {
      found.push([start, index - 1])
      start = -1
    }
  }
  return found
}

/** What of an area is in sight, row runs first. */
export const visibleAreas = (sheet: Worksheet, area: Area): Area[] => {
  const columns = runs(area.column, lastColumn(area), (at) => !sheet.hiddenColumns.has(at))
  return runs(area.row, lastRow(area), (row) => !isRowHidden(sheet, row)).flatMap(([top, bottom]) =>
    columns.map(([left, right]) => between(top, left, bottom, right)),
  )
}

/** Cells of a kind, as `getSpecialCells` names them: constants, formulas, blanks. */
export const typedCells = (
  workbook: Workbook,
  sheet: Worksheet,
  area: Area,
  type: string,
): Area[] => {
  const used = usedArea(sheet.cells, area, true)
  if (!used) return []
  const is = (row: number, column: number): boolean => {
    const line = sheet.cells.rows[row]
    switch (type) {
      case 'Constants':
        return line?.values[column] !== undefined
      case 'Formulas':
        return line?.formulas[column] !== undefined
      case 'Blanks':
        return valueAt(workbook, sheet, row, column) === undefined
      default:
        throw new Refusal('ApiNotFound', `Special cells "${type}" are not played.`)
    }
  }
  const found: Area[] = []
  for (let row = used.row; row <= lastRow(used); row += 1) {
    for (const [left, right] of runs(used.column, lastColumn(used), (column) => is(row, column))) {
      const above = found.at(-1)
      const joins =
        above && lastRow(above) === row - 1 && above.column === left && lastColumn(above) === right
      if (joins) found[found.length - 1] = { ...above, rows: above.rows + 1 }
      else found.push(between(row, left, row, right))
    }
  }
  return found
}
