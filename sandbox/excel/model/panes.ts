import {
  isEntireColumn,
  isEntireRow,
  lastColumn,
  lastRow,
  MAX_COLUMNS,
  MAX_ROWS,
  type Area,
} from './area.ts'
import { notify } from './notify.ts'
import type { Workbook } from './book.ts'
import type { Worksheet } from './state.ts'

/** Freezes the top rows and left columns. */
export const freeze = (
  workbook: Workbook,
  sheet: Worksheet,
  rows: number,
  columns: number,
): void => {
  sheet.frozen = { rows, columns }
  notify(workbook, { kind: 'layout', sheet })
}

/** Freezes everything up to an area's last row and column; whole rows freeze no columns. */
export const freezeAt = (workbook: Workbook, sheet: Worksheet, area: Area): void => {
  freeze(
    workbook,
    sheet,
    isEntireColumn(area) ? 0 : lastRow(area) + 1,
    isEntireRow(area) ? 0 : lastColumn(area) + 1,
  )
}

/** The frozen cells, or null. */
export const frozenArea = ({ frozen }: Worksheet): Area | null =>
  frozen.rows === 0 && frozen.columns === 0
    ? null
    : {
        row: 0,
        column: 0,
        rows: frozen.rows === 0 ? MAX_ROWS : frozen.rows,
        columns: frozen.columns === 0 ? MAX_COLUMNS : frozen.columns,
      }
