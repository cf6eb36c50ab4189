import { intersect, lastColumn, MAX_COLUMNS } from './area.ts'
import type { Workbook } from './book.ts'
import { rowsIn, usedArea } from './cells.ts'
import type { SelectionFigures } from './protocol.ts'
import { isRowHidden, valueAt } from './read.ts'
import { isError } from './value.ts'

/**
 * What the status bar adds up: the cells in view under all selected areas, each once. Sum and average
 * are of the numbers among them; there are none of them where a cell shows an error.
 */
export const selectedFigures = (workbook: Workbook): SelectionFigures => {
  const sheet = workbook.activeSheet
  const seen = new Set<number>()
  const isAlone = sheet.selection.length < 2
  let [count, numbers, sum, errors] = [0, 0, 0, 0]
  for (const selected of sheet.selection) {
    const used = usedArea(sheet.cells, selected, true)
    const area = used && intersect(selected, used)
    if (!area) continue
    for (const [row] of rowsIn(sheet.cells, area)) {
      if (isRowHidden(sheet, row)) continue
      for (let column = area.column; column <= lastColumn(area); column += 1) {
        const value = valueAt(workbook, sheet, row, column)
        if (value === undefined || value === '') continue
        if (!isAlone) {
          const place = row * MAX_COLUMNS + column
          if (seen.has(place)) continue
          seen.add(place)
        }
        count += 1
        if (isError(value)) errors += 1
        if (typeof value !== 'number') continue
        numbers += 1
        sum += value
      }
    }
  }
  return numbers === 0 || errors > 0
    ? { count, sum: null, average: null }
    : { count, sum, average: sum / numbers }
}
