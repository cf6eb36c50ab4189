import { gridColumns, type GridColumn, type RowField } from '../../../../contract/index.ts'
import { workbookError } from '../excel/translate.ts'

/** Where the session is: its worksheet and table by id, which outlive renaming and moving. */
export interface GridPlace {
  readonly sheetId: string
  readonly tableId: string
}

/** The grid as it stands at one moment. Positions of rows and columns count from the table's own corner. */
export interface Grid {
  readonly sheet: Excel.Worksheet
  readonly table: Excel.Table
  readonly headings: readonly string[]
  /** Where each of our columns stands now; those the user deleted are absent. */
  readonly columns: ReadonlyMap<RowField, number>
  readonly headerRow: number
  readonly firstColumn: number
  /** Rows of the table's body. A table always has one: `blank` says that it holds nothing yet. */
  readonly bodyRows: number
  readonly blank: boolean
  readonly filtered: boolean
  readonly totals: boolean
}

/** Reads how the grid stands now, in one sync. */
export async function locateGrid(context: Excel.RequestContext, place: GridPlace): Promise<Grid> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(place.sheetId)
  sheet.load('id')
  const table = sheet.tables.getItemOrNullObject(place.tableId)
  table.load('id,showTotals')
  const header = table.getHeaderRowRange()
  header.load('values,rowIndex,columnIndex')
  const body = table.getDataBodyRange()
  body.load('rowCount')
  const first = body.getRow(0)
  first.load('values')
  const { autoFilter } = table
  autoFilter.load('isDataFiltered')
  await context.sync()
  if (sheet.isNullObject) throw workbookError('sheet-missing')
  if (table.isNullObject) throw workbookError('grid-missing')
  const headings = (header.values[0] ?? []).map(String)
  return {
    sheet,
    table,
    headings,
    columns: columnsByHeading(headings),
    headerRow: header.rowIndex,
    firstColumn: header.columnIndex,
    bodyRows: body.rowCount,
    blank: body.rowCount === 1 && (first.values[0] ?? []).every((cell) => cell === ''),
    filtered: autoFilter.isDataFiltered,
    totals: table.showTotals,
  }
}

/** Whether the session's worksheet is the one in front. */
export async function isInFront(context: Excel.RequestContext, place: GridPlace): Promise<boolean> {
  const front = context.workbook.worksheets.getActiveWorksheet()
  front.load('id')
  await context.sync()
  return front.id === place.sheetId
}

const byHeading = new Map<string, GridColumn>(gridColumns.map((column) => [column.heading, column]))
const byField = new Map<RowField, GridColumn>(gridColumns.map((column) => [column.key, column]))

/** Finds our columns among headings. Of two with one heading the first counts. */
export function columnsByHeading(headings: readonly string[]): ReadonlyMap<RowField, number> {
  const found = new Map<RowField, number>()
  headings.forEach((heading, at) => {
    const column = byHeading.get(heading)
    if (column && !found.has(column.key)) found.set(column.key, at)
  })
  return found
}

/** Whether a column of the grid is ours; all others were added by its user. */
export function isOurs({ headings }: Grid, at: number): boolean {
  return byHeading.has(headings[at] ?? '')
}

/** The column definition of a field. */
export function columnOf(field: RowField): GridColumn {
  const column = byField.get(field)
  if (!column) throw new Error(`no grid column for ${field}`)
  return column
}

/** Where a column stands that cannot be done without. */
export function requireColumn(grid: Grid, field: RowField): number {
  const at = grid.columns.get(field)
  if (at === undefined) throw workbookError('column-missing', columnOf(field).heading)
  return at
}

export function rowCount(grid: Grid): number {
  return grid.blank ? 0 : grid.bodyRows
}

/** A block of the body as a range: row positions `from` to `to`, `width` columns from `column` on. */
export function bodyBlock(
  grid: Grid,
  rows: { readonly from: number; readonly to: number },
  column = 0,
  width = grid.headings.length,
): Excel.Range {
  return grid.sheet.getRangeByIndexes(
    grid.headerRow + 1 + rows.from,
    grid.firstColumn + column,
    rows.to - rows.from,
    width,
  )
}
