import {
  type Area,
  between,
  bounding,
  cellArea,
  contains,
  entireColumns,
  entireRows,
  intersect,
  lastColumn,
  lastRow,
  type Position,
  WHOLE_SHEET,
} from '../../model/area.ts'
import type { GridLayout } from './layout.ts'
import type { Selected } from './gridSelection.ts'
import { nextWithin } from './round.ts'

export interface Keystroke {
  key: string
  shift: boolean
  ctrl: boolean
}

/** What keys need to know of the sheet. */
export interface KeyGround {
  layout: GridLayout
  /** Tables of the sheet, heading rows included; keys with Ctrl stop at their edges. */
  tables: readonly Area[]
  /** Grid rows that fit on the screen. */
  page: number
}

type Direction = readonly [rows: -1 | 0 | 1, columns: -1 | 0 | 1]

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high)

/** Moves by so many drawn rows and columns, staying on what is drawn. */
const step = ({ layout }: KeyGround, from: Position, rows: number, columns: number): Position => {
  const top = -layout.frozenRows.length
  const row = clamp(layout.gridRow(from.row) + rows, top, layout.rows - 1)
  const column = clamp(layout.gridColumn(from.column) + columns, 0, layout.columns - 1)
  return { row: layout.trueRow(row), column: layout.trueColumn(column) }
}

const everything = ({ layout, tables }: KeyGround): Area =>
  tables.reduce(
    (whole, table) => bounding(whole, table),
    tables[0] ?? between(0, 0, layout.trueRow(layout.rows - 1), 0),
  )

/** Where Ctrl and an arrow lead: the edge of the table one stands in, then the edge of the sheet. */
const edge = (ground: KeyGround, from: Position, [rows, columns]: Direction): Position => {
  const { layout, tables } = ground
  const table = tables.find((area) => contains(area, cellArea(from.row, from.column)))
  const sheet = between(
    0,
    0,
    layout.trueRow(layout.rows - 1),
    layout.trueColumn(layout.columns - 1),
  )
  const atEdge = (area: Area) => ({
    row: rows === 0 ? from.row : rows < 0 ? area.row : lastRow(area),
    column: columns === 0 ? from.column : columns < 0 ? area.column : lastColumn(area),
  })
  const target = atEdge(table ?? sheet)
  const stuck = target.row === from.row && target.column === from.column
  return step(ground, stuck ? atEdge(sheet) : target, 0, 0)
}

/** Where a key leads from a cell; null when it is no key of movement. */
function target(ground: KeyGround, { key, ctrl }: Keystroke, from: Position): Position | null {
  const { layout } = ground
  const direction = arrows[key]
  if (direction) {
    return ctrl ? edge(ground, from, direction) : step(ground, from, direction[0], direction[1])
  }
  switch (key) {
    case 'PageUp':
      return step(ground, from, -ground.page, 0)
    case 'PageDown':
      return step(ground, from, ground.page, 0)
    case 'Home':
      // With Ctrl to the first cell that scrolls, as in Excel.
      return ctrl
        ? { row: layout.trueRow(0), column: layout.trueColumn(layout.frozenColumns) }
        : { row: from.row, column: layout.trueColumn(0) }
    case 'End': {
      if (!ctrl) return null
      const whole = everything(ground)
      return { row: lastRow(whole), column: lastColumn(whole) }
    }
    default:
      return null
  }
}

/** Ctrl-A: first the table one stands in, then the whole sheet. */
function selectAll({ tables }: KeyGround, { areas, active }: Selected): Selected {
  const table = tables.find((area) => intersect(area, cellArea(active.row, active.column)))
  const [only] = areas
  const tableTaken = table && areas.length === 1 && only !== undefined && contains(only, table)
  return { areas: [table && !tableTaken ? table : WHOLE_SHEET], active }
}

/** The corner of the last area that moves while Shift is held: the one across from the active cell. */
const movingCorner = ({ areas, active }: Selected): Position => {
  const area = areas.at(-1) ?? cellArea(active.row, active.column)
  return {
    row: area.row === active.row ? lastRow(area) : area.row,
    column: area.column === active.column ? lastColumn(area) : area.column,
  }
}

/**
 * What is selected after a key.
 * @returns null when the key does not select anything
 */
export function selectByKey(
  ground: KeyGround,
  stroke: Keystroke,
  selected: Selected,
): Selected | null {
  const { active, areas } = selected
  const { key, shift, ctrl } = stroke
  if (ctrl && !shift && key.toLowerCase() === 'a') return selectAll(ground, selected)
  if (key === ' ' && (ctrl || shift)) {
    const lines = shift ? areas.map(entireRows) : areas.map(entireColumns)
    return { areas: ctrl && shift ? [WHOLE_SHEET] : lines, active }
  }
  if (key === 'Enter' || key === 'Tab') {
    const by = shift ? -1 : 1
    const area = areas.find((one) => intersect(one, cellArea(active.row, active.column)))
    const within = area && nextWithin(ground.layout, area, active, key, by)
    if (within) return { areas, active: within }
    const next = key === 'Enter' ? step(ground, active, by, 0) : step(ground, active, 0, by)
    return { areas: [cellArea(next.row, next.column)], active: next }
  }
  const corner = shift ? movingCorner(selected) : active
  const next = target(ground, stroke, corner)
  if (!next) return null
  if (!shift) return { areas: [cellArea(next.row, next.column)], active: next }
  const grown = between(active.row, active.column, next.row, next.column)
  return { areas: [...areas.slice(0, -1), grown], active }
}
