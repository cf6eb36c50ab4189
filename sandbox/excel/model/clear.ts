import { contains, intersect, isEntireColumn, isEntireRow, lastColumn, type Area } from './area.ts'
import { rowsIn } from './cells.ts'
import { notify } from './notify.ts'
import { syncHeaders } from './headers.ts'
import type { Workbook } from './book.ts'
import type { Worksheet } from './state.ts'

export const CLEAR_KINDS = [
  'All',
  'Formats',
  'Contents',
  'Hyperlinks',
  'RemoveHyperlinks',
  'ResetContents',
] as const
export type ClearKind = (typeof CLEAR_KINDS)[number]

const blank = (list: unknown[], area: Area): void => {
  const end = Math.min(lastColumn(area), list.length - 1)
  for (let column = area.column; column <= end; column += 1) list[column] = undefined
}

/** Clears contents, formats or links of an area; nothing moves. */
export const clearArea = (
  workbook: Workbook,
  sheet: Worksheet,
  area: Area,
  kind: ClearKind,
): void => {
  const contents = kind === 'All' || kind === 'Contents' || kind === 'ResetContents'
  const formats = kind === 'All' || kind === 'Formats'
  for (const [, row] of rowsIn(sheet.cells, area)) {
    if (contents) {
      blank(row.values, area)
      blank(row.formulas, area)
    }
    if (formats) {
      blank(row.formats, area)
      blank(row.styles, area)
      if (isEntireRow(area)) row.style = undefined
    }
  }
  if (formats) {
    if (isEntireColumn(area)) blank(sheet.cells.columnStyles, area)
    sheet.conditionalFormats = sheet.conditionalFormats.filter(
      (format) => !format.areas.every((one) => contains(area, one)),
    )
  }
  if (kind !== 'Formats') {
    for (const key of sheet.hyperlinks.keys()) {
      const [row = 0, column = 0] = key.split(',').map(Number)
      if (intersect(area, { row, column, rows: 1, columns: 1 })) sheet.hyperlinks.delete(key)
    }
  }
  workbook.revision += 1
  syncHeaders(workbook, sheet, area)
  if (contents) notify(workbook, { kind: 'cells', sheet, area, detail: null })
  else notify(workbook, { kind: 'format', sheet, area })
}
