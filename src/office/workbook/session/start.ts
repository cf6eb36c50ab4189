import { sessionTableName } from '../../../../contract/index.ts'
import type { ExcelDoor } from '../excel/door.ts'
import { itemsOf } from '../excel/loaded.ts'
import { probeDateSystem, queueGrid } from '../grid/create.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { queueNewManifest } from '../manifest/part.ts'
import type { SessionInit } from '../port.ts'
import { sessionProperty, type SessionPlace } from './place.ts'
import { freeSheetName } from './sheetName.ts'

export interface Started {
  readonly place: SessionPlace
  readonly name: string
}

/**
 * Adds the worksheet with its empty grid, its mark and its manifest, and shows it. The sheet is made
 * before the rest: how this workbook counts days is asked of one of its cells.
 */
export function startSheet(
  door: ExcelDoor,
  init: SessionInit,
  sessionId: string,
): Promise<Started> {
  return door.run(async (context) => {
    const { worksheets, tables } = context.workbook
    worksheets.load('items/name')
    const taken = tables.getItemOrNullObject(sessionTableName)
    taken.load('id')
    await context.sync()
    const name = freeSheetName(
      init.environment,
      itemsOf(worksheets).map((sheet) => sheet.name),
    )
    const sheet = worksheets.add(name)
    sheet.load('id')
    const dateSystem = await probeDateSystem(context, sheet)
    const table = queueGrid(sheet, taken.isNullObject)
    table.load('id')
    sheet.customProperties.add(sessionProperty, sessionId)
    const manifest: Manifest = {
      sessionId,
      institution: init.institution,
      environment: init.environment,
      dateSystem,
      runs: [],
      learners: new Map(),
    }
    queueNewManifest(context, manifest)
    sheet.activate()
    await context.sync()
    const place = { door, sheetId: sheet.id, tableId: table.id, sessionId, dateSystem }
    return { place, name }
  })
}
