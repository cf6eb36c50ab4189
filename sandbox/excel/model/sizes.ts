import { cellArea, intersect, lastColumn, lastRow, type Area } from './area.ts'
import { rowsIn } from './cells.ts'
import { notify } from './notify.ts'
import { textAt } from './read.ts'
import type { Workbook } from './book.ts'
import type { Worksheet } from './state.ts'

/** Pixels at 100 %; Excel's API counts in points, four for three pixels' worth. */
export const DEFAULT_WIDTH = 64
export const DEFAULT_HEIGHT = 20
const PIXELS_A_CHARACTER = 7
const PADDING = 12
const WIDEST = 1_790
/** Rows measured for an automatic width: enough to look right, cheap on long tables. */
const MEASURED_ROWS = 1_000

export const setWidth = (workbook: Workbook, sheet: Worksheet, area: Area, width: number): void => {
  for (let column = area.column; column <= lastColumn(area); column += 1) {
    sheet.columnWidths[column] = width
  }
  notify(workbook, { kind: 'layout', sheet })
}

export const setHeight = (
  workbook: Workbook,
  sheet: Worksheet,
  area: Area,
  height: number,
): void => {
  for (let row = area.row; row <= lastRow(area); row += 1) sheet.rowHeights[row] = height
  notify(workbook, { kind: 'layout', sheet })
}

/** A heading leaves room for its filter button, as wide as so many characters. */
const buttonCharacters = ({ tables }: Worksheet, row: number, column: number): number =>
  tables.some(
    (table) =>
      table.showHeaders &&
      table.showFilterButton &&
      table.area.row === row &&
      intersect(table.area, cellArea(row, column)),
  )
    ? 3
    : 0

/** Makes columns as wide as what stands in them. */
export const autofitColumns = (workbook: Workbook, sheet: Worksheet, area: Area): void => {
  const rows = [...rowsIn(sheet.cells, { ...area, rows: Math.min(area.rows, MEASURED_ROWS) })]
  const end = Math.min(
    lastColumn(area),
    Math.max(-1, ...rows.map(([, row]) => row.values.length - 1)),
  )
  for (let column = area.column; column <= end; column += 1) {
    const longest = Math.max(
      0,
      ...rows.map(
        ([row]) =>
          textAt(workbook, sheet, row, column).length + buttonCharacters(sheet, row, column),
      ),
    )
    if (longest > 0) {
      sheet.columnWidths[column] = Math.min(WIDEST, longest * PIXELS_A_CHARACTER + PADDING)
    }
  }
  notify(workbook, { kind: 'layout', sheet })
}
