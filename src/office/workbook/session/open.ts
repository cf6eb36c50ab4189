import type { ExcelDoor } from '../excel/door.ts'
import { itemsOf } from '../excel/loaded.ts'
import { columnsByHeading } from '../grid/grid.ts'
import { readManifestPart } from '../manifest/part.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { sessionProperty } from './place.ts'

/** A worksheet that holds a session grid, or says that it does. */
export interface FoundSheet {
  readonly sheetId: string
  readonly name: string
  /** The session id it carries; a copy carries none. */
  readonly sessionId: string | null
  /** The table with our headings, if it is still one. */
  readonly tableId: string | null
}

export type FoundManifest =
  | { readonly kind: 'manifest'; readonly manifest: Manifest }
  | { readonly kind: 'none' | 'later-format' | 'unreadable' }

export interface Found {
  readonly sheets: readonly FoundSheet[]
  readonly manifest: FoundManifest
}

/** Looks through the workbook for the session, its manifest, and copies of its worksheet. */
export function findSession(door: ExcelDoor): Promise<Found> {
  return door.run(async (context) => {
    const { worksheets } = context.workbook
    worksheets.load('items/id,items/name')
    await context.sync()
    const looks = itemsOf(worksheets).map((sheet) => {
      const property = sheet.customProperties.getItemOrNullObject(sessionProperty)
      property.load('value')
      const { tables } = sheet
      tables.load('items/id')
      return { sheet, property, tables }
    })
    await context.sync()
    const headers = looks.map(({ tables }) =>
      itemsOf(tables).map((table) => {
        const header = table.getHeaderRowRange()
        header.load('values')
        return { table, header }
      }),
    )
    const marked = looks.find(({ property }) => !property.isNullObject)
    const part = await readManifestPart(context, marked?.property.value ?? null)
    const sheets = looks.map(({ sheet, property }, at) => ({
      sheetId: sheet.id,
      name: sheet.name,
      sessionId: property.isNullObject ? null : property.value,
      tableId: headers[at]?.find(({ header }) => isGrid(header.values[0] ?? []))?.table.id ?? null,
    }))
    return {
      sheets: sheets.filter(({ sessionId, tableId }) => sessionId !== null || tableId !== null),
      manifest: part?.read ?? { kind: 'none' },
    }
  })
}

/** A table is a session grid when it has the columns that no other table would have. */
function isGrid(headings: readonly unknown[]): boolean {
  const columns = columnsByHeading(headings.map(String))
  return columns.has('rowKey') && columns.has('personCode') && columns.has('status')
}
