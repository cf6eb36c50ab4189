import { intersect, lastColumn, lastRow, type Area } from './area.ts'
import { rowOf, type Row } from './cells.ts'
import { notify } from './notify.ts'
import { syncHeaders } from './headers.ts'
import { rememberTables } from './shrink.ts'
import type { Workbook } from './book.ts'
import type { Worksheet } from './state.ts'

const MOST_STEPS = 50

/** What an area held: lists cut to its columns. */
interface Snapshot {
  readonly area: Area
  readonly rows: readonly Pick<Row, 'values' | 'formulas' | 'formats'>[]
}

/** Cells beyond what was ever written hold nothing; an area in use stands in for a whole column. */
const bounded = (sheet: Worksheet, area: Area): Area => {
  const width = sheet.cells.rows.reduce((most, row) => Math.max(most, row?.values.length ?? 0), 0)
  const used = {
    row: 0,
    column: 0,
    rows: Math.max(sheet.cells.rows.length, area.row + 1),
    columns: Math.max(width, area.column + 1),
  }
  return intersect(area, area.rows * area.columns > 1_000_000 ? used : area) ?? area
}

const take = (sheet: Worksheet, area: Area): Snapshot => {
  const end = lastColumn(area) + 1
  const rows: Snapshot['rows'][number][] = []
  for (let at = area.row; at <= lastRow(area); at += 1) {
    const row = sheet.cells.rows[at]
    rows.push({
      values: row?.values.slice(area.column, end) ?? [],
      formulas: row?.formulas.slice(area.column, end) ?? [],
      formats: row?.formats.slice(area.column, end) ?? [],
    })
  }
  return { area, rows }
}

const putBack = (sheet: Worksheet, { area, rows }: Snapshot): void => {
  rows.forEach((old, at) => {
    const row = rowOf(sheet.cells, area.row + at)
    for (let index = 0; index < area.columns; index += 1) {
      row.values[area.column + index] = old.values[index]
      row.formulas[area.column + index] = old.formulas[index]
      row.formats[area.column + index] = old.formats[index]
    }
  })
}

/** Remembers what cells hold, and how large tables are. @returns what brings that back */
export const undoStep = (
  workbook: Workbook,
  sheet: Worksheet,
  areas: readonly Area[],
): (() => void) => {
  const snapshots = areas.map((area) => take(sheet, bounded(sheet, area)))
  const shrink = rememberTables(workbook, sheet)
  return () => {
    for (const snapshot of snapshots) putBack(sheet, snapshot)
    workbook.revision += 1
    shrink()
    for (const { area } of snapshots) {
      syncHeaders(workbook, sheet, area)
      notify(workbook, { kind: 'cells', sheet, area, detail: null })
    }
  }
}

/** Adds a step that the user can take back. */
export const addUndoStep = (workbook: Workbook, step: () => void): void => {
  workbook.undo.push(step)
  if (workbook.undo.length > MOST_STEPS) workbook.undo.shift()
}
