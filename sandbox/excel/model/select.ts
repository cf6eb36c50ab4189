import type { Area, Position } from './area.ts'
import { notify } from './notify.ts'
import { Refusal } from './refusal.ts'
import type { Workbook } from './book.ts'
import type { Worksheet } from './state.ts'

/** Selects areas on a sheet; the first cell of the first one becomes the active cell. */
export const select = (
  workbook: Workbook,
  sheet: Worksheet,
  areas: readonly Area[],
  active?: Position,
): void => {
  const [first] = areas
  if (!first) throw new Refusal('InvalidArgument')
  sheet.selection = areas
  sheet.activeCell = active ?? { row: first.row, column: first.column }
  notify(workbook, { kind: 'selection', sheet })
}
