import { entireRows, lastRow, type Area } from './area.ts'
import { notify } from './notify.ts'
import { compareValues, readCriterion } from './criterion.ts'
import { textAt, valueAt } from './read.ts'
import type { Workbook } from './book.ts'
import type { Filter, Table, Worksheet } from './state.ts'
import { bodyArea } from './table.ts'
import type { Value } from './value.ts'

type Lets = (row: number) => boolean

const reader = (
  workbook: Workbook,
  sheet: Worksheet,
  table: Table,
  index: number,
  filter: Filter,
): Lets => {
  const column = table.area.column + index
  if (filter.on === 'Values') {
    // A list of values is one of displayed texts, without case.
    const wanted = new Set(filter.values.map((value) => value.toLowerCase()))
    return (row) => wanted.has(textAt(workbook, sheet, row, column).toLowerCase())
  }
  const first = readCriterion(filter.criterion1)
  const second = filter.criterion2 === null ? null : readCriterion(filter.criterion2)
  return (row) => {
    const value = valueAt(workbook, sheet, row, column)
    if (!second) return first(value)
    return filter.operator === 'And' ? first(value) && second(value) : first(value) || second(value)
  }
}

/** Works out anew which rows of a table its filters hide. Excel does so only when told. */
export const applyFilters = (workbook: Workbook, sheet: Worksheet, table: Table): void => {
  const readers = table.columns.flatMap((column, index) =>
    column.filter ? [reader(workbook, sheet, table, index, column.filter)] : [],
  )
  const body = bodyArea(table)
  const before = table.filteredRows
  table.filteredRows = new Set()
  if (readers.length > 0) {
    for (let row = body.row; row <= lastRow(body); row += 1) {
      if (!readers.every((lets) => lets(row))) table.filteredRows.add(row)
    }
  }
  const turned = (from: ReadonlySet<number>, to: ReadonlySet<number>): Area[] =>
    rowBlocks([...to].filter((row) => !from.has(row) && !sheet.hiddenRows.has(row)))
  const hidden = turned(before, table.filteredRows)
  const shown = turned(table.filteredRows, before)
  notify(workbook, { kind: 'filtered', sheet, table, hidden, shown })
}

/** Whole rows, neighbours together. */
const rowBlocks = (rows: readonly number[]): Area[] => {
  const blocks: { row: number; rows: number }[] = []
  for (const row of rows.toSorted((a, b) => a - b)) {
    const last = blocks.at(-1)
    if (last && last.row + last.rows === row) last.rows += 1
    else blocks.push({ row, rows: 1 })
  }
  return blocks.map((block) => entireRows({ ...block, column: 0, columns: 1 }))
}

/** Sets or takes away the filter of one column, and applies all of them. */
export const setFilter = (
  workbook: Workbook,
  sheet: Worksheet,
  table: Table,
  index: number,
  filter: Filter | null,
): void => {
  const column = table.columns[index]
  if (column) column.filter = filter
  applyFilters(workbook, sheet, table)
}

/** Takes all filters of a table away; its rows come back. */
export const clearFilters = (workbook: Workbook, sheet: Worksheet, table: Table): void => {
  for (const column of table.columns) column.filter = null
  applyFilters(workbook, sheet, table)
}

/** The distinct texts of a column in the table's body, in the order of their values, blank last. */
export const filterTexts = (
  workbook: Workbook,
  sheet: Worksheet,
  table: Table,
  index: number,
): string[] => {
  const body = bodyArea(table)
  const column = body.column + index
  const found = new Map<string, { text: string; value: Value }>()
  for (let row = body.row; row <= lastRow(body); row += 1) {
    const text = textAt(workbook, sheet, row, column)
    const key = text.toLowerCase()
    if (!found.has(key))
      found.set(key, { text, value: valueAt(workbook, sheet, row, column) ?? '' })
  }
  return [...found.values()]
    .sort(
      (a, b) => Number(a.text === '') - Number(b.text === '') || compareValues(a.value, b.value),
    )
    .map(({ text }) => text)
}
