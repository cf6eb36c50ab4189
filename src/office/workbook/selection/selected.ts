import { cutRuns, mergeRuns, positionsOf } from '../cells/runs.ts'
import type { Run } from '../cells/blocks.ts'
import { officeCode } from '../excel/translate.ts'
import { itemsOf, valueOf } from '../excel/loaded.ts'
import {
  bodyBlock,
  isInFront,
  locateGrid,
  requireColumn,
  rowCount,
  type Grid,
} from '../grid/grid.ts'
import { readRows, textOf } from '../grid/read.ts'
import type { SelectedRow, Selection } from '../port.ts'
import type { SessionPlace } from '../session/place.ts'

const nothing: Selection = { rows: [], learners: 0, hidden: 0 }

/** The visible rows under the user's selection: any number of areas, whole rows, columns or sheet. */
export function readSelection(place: SessionPlace): Promise<Selection> {
  return place.door.run(async (context) => {
    if (!(await isInFront(context, place))) return nothing
    const grid = await locateGrid(context, place)
    if (rowCount(grid) === 0) return nothing
    return visible(context, place, grid, await selectedRuns(context, grid))
  })
}

/** All visible rows of the grid. */
export function readVisible(place: SessionPlace): Promise<Selection> {
  return place.door.run(async (context) => {
    const grid = await locateGrid(context, place)
    return visible(context, place, grid, [{ from: 0, to: rowCount(grid) }])
  })
}

/**
 * The selected rows as runs. Only the part of the selection inside the grid is looked at: loading the
 * areas of a whole-sheet selection hangs Excel.
 */
async function selectedRuns(context: Excel.RequestContext, grid: Grid): Promise<readonly Run[]> {
  const inside = context.workbook
    .getSelectedRanges()
    .getIntersectionOrNullObject(grid.table.getDataBodyRange())
  inside.load('areaCount')
  try {
    await context.sync()
  } catch (error) {
    // A picture or a chart is selected, or another workbook is in front: no cells are.
    if (officeCode(error) === 'InvalidSelection') return []
    throw error
  }
  if (inside.isNullObject) return []
  const { areas } = inside
  areas.load('items/rowIndex,items/rowCount')
  await context.sync()
  const first = grid.headerRow + 1
  return mergeRuns(
    itemsOf(areas).map((area) => ({
      from: area.rowIndex - first,
      to: area.rowIndex - first + area.rowCount,
    })),
  )
}

/** What of these runs is in view, read with the columns that say whose rows they are. */
async function visible(
  context: Excel.RequestContext,
  place: SessionPlace,
  grid: Grid,
  runs: readonly Run[],
): Promise<Selection> {
  requireColumn(grid, 'personCode')
  const hidden = await hiddenRows(context, grid, runs)
  const read = await readRows(context, grid, ['personCode', 'status'], place.dateSystem, runs)
  const rows: SelectedRow[] = read
    .filter(({ position }) => !hidden.has(position))
    .map((row) => ({
      position: row.position,
      personCode: textOf(row, 'personCode') ?? '',
      status: textOf(row, 'status') ?? '',
    }))
  return {
    rows,
    learners: new Set(rows.map(({ personCode }) => personCode)).size,
    hidden: hidden.size,
  }
}

/** Rows a look at their height may cover in one response. */
const rowsALook = 20_000

/** The hidden rows among these. A run that is hidden in part is asked for row by row. */
export async function hiddenRows(
  context: Excel.RequestContext,
  grid: Grid,
  runs: readonly Run[],
): Promise<ReadonlySet<number>> {
  const looks = cutRuns(runs, rowsALook).map((run) => {
    const range = bodyBlock(grid, run, 0, 1)
    range.load('rowHidden')
    return { run, range }
  })
  if (looks.length > 0) await context.sync()
  const hidden = new Set<number>()
  for (const { run, range } of looks) {
    const said: boolean | null = range.rowHidden
    if (said === false) continue
    if (said === true) {
      for (const position of positionsOf([run])) hidden.add(position)
      continue
    }
    const rows = range.getRowProperties({ rowHidden: true })
    await context.sync()
    valueOf(rows).forEach((row, at) => {
      if (row.rowHidden === true) hidden.add(run.from + at)
    })
  }
  return hidden
}
