import { between, cellArea, entireRows, type Area, type Position } from '../../model/area.ts'
import type { Selected } from './gridSelection.ts'

interface Modifiers {
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/** What a click selects: with Ctrl beside what is selected, with Shift up to the active cell. */
const click = (selected: Selected, area: Area, cell: Position, keys: Modifiers): Selected => {
  const { areas, active } = selected
  if (keys.shiftKey) {
    const grown = between(active.row, active.column, cell.row, cell.column)
    const whole = area.columns > 1 ? entireRows(grown) : grown
    return { areas: [...areas.slice(0, -1), whole], active }
  }
  const kept = keys.ctrlKey || keys.metaKey ? areas : []
  return { areas: [...kept, area], active: cell }
}

export const selectCell = (selected: Selected, cell: Position, keys: Modifiers): Selected =>
  click(selected, cellArea(cell.row, cell.column), cell, keys)

export const selectRow = (selected: Selected, row: number, keys: Modifiers): Selected =>
  click(selected, entireRows(cellArea(row, 0)), { row, column: 0 }, keys)
