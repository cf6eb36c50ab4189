import { isEntireColumn, isEntireRow, lastColumn, lastRow, type Area } from '../../model/area.ts'
import { styleAt } from '../../model/cells.ts'
import type { Place, Worksheet } from '../../model/state.ts'
import type { Style } from '../../model/style.ts'

/** The cells that can differ: beyond what was ever written, one row and column stand for all. */
const bounded = (sheet: Worksheet, area: Area): Area => {
  const { rows } = sheet.cells
  const width = rows.reduce((most, row) => Math.max(most, row?.styles.length ?? 0), 0)
  const beyond = Math.max(width, sheet.cells.columnStyles.length)
  return {
    ...area,
    rows: isEntireColumn(area) ? Math.min(area.rows, rows.length + 1) : area.rows,
    columns: isEntireRow(area) ? Math.min(area.columns, beyond + 1) : area.columns,
  }
}

/** What all cells of a place have in common, or null where they differ. */
export const uniform = <T>(place: Place, read: (style: Style) => T): T | null => {
  let common: { readonly value: T } | null = null
  let last: Style | null = null
  for (const whole of place.areas) {
    const area = bounded(place.sheet, whole)
    for (let row = area.row; row <= lastRow(area); row += 1) {
      for (let column = area.column; column <= lastColumn(area); column += 1) {
        const style = styleAt(place.sheet.cells, row, column)
        if (style === last) continue
        last = style
        const value = read(style)
        if (common && common.value !== value) return null
        common = { value }
      }
    }
  }
  return common?.value ?? null
}
