import { cutRuns } from '../cells/runs.ts'
import { fromSerial, type DateSystem } from '../cells/dateSerial.ts'
import { bodyBlock, isOurs, rowCount, type Grid } from '../grid/grid.ts'
import type { ExportColumn } from '../port.ts'

type Value = string | number | null

/** A column that the user added to the grid, with its cells from the first row to the last. */
export interface TheirColumn {
  readonly column: ExportColumn
  readonly values: readonly Value[]
}

/** Cells a response may carry: value, text and format of each stay far below Excel's 5 MB. */
const cellsARead = 10_000
const width = 20

/** Reads the columns that the user added to the grid, in their order; dates are `yyyy-MM-dd`. */
export async function readTheirColumns(
  context: Excel.RequestContext,
  grid: Grid,
  dateSystem: DateSystem,
): Promise<readonly TheirColumn[]> {
  const theirs = grid.headings.flatMap((heading, at) => (isOurs(grid, at) ? [] : [{ heading, at }]))
  const read = theirs.map(({ heading, at }) => ({
    heading,
    at,
    values: new Array<Value>(),
    days: false,
  }))
  const rowsARead = Math.max(1, Math.floor(cellsARead / Math.max(1, read.length)))
  for (const run of cutRuns([{ from: 0, to: theirs.length > 0 ? rowCount(grid) : 0 }], rowsARead)) {
    const ranges = read.map((column) => {
      const range = bodyBlock(grid, run, column.at, 1)
      range.load('values,text,numberFormat')
      return { column, range }
    })
    await context.sync()
    for (const { column, range } of ranges) {
      range.values.forEach(([cell], at) => {
        const shown = String(range.text[at]?.[0] ?? '')
        const isDate = typeof cell === 'number' && isDateFormat(String(range.numberFormat[at]?.[0]))
        column.days ||= isDate
        column.values.push(isDate ? dayOf(cell, shown, dateSystem) : valueOf(cell, shown))
      })
    }
  }
  return read.map(({ heading, values, days }) => ({
    column: { heading, kind: days ? 'date' : 'text', width },
    values,
  }))
}

function valueOf(cell: unknown, shown: string): Value {
  if (cell === '' || cell === null || cell === undefined) return null
  return typeof cell === 'number' || typeof cell === 'string' ? cell : shown
}

/** A day; with a time of day it is given as the sheet shows it. */
function dayOf(serial: number, shown: string, dateSystem: DateSystem): Value {
  return Number.isInteger(serial) ? (fromSerial(serial, dateSystem) ?? serial) : shown
}

/** Whether a number format shows days or times, once texts, colours and escaped letters in it are left out. */
export function isDateFormat(format: string): boolean {
  return /[dmyhs]/i.test(format.replace(/"[^"]*"|\\.|_.|\[[^\]]*\]/g, '').replace(/General/gi, ''))
}
