import { sessionTableName } from '../../../../contract/index.ts'
import type { DateSystem } from '../cells/dateSerial.ts'
import type { ExcelDoor } from '../excel/door.ts'
import { itemsOf } from '../excel/loaded.ts'
import { probeDateSystem, queueGrid } from '../grid/create.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { manifestParts, queueNewManifest } from '../manifest/part.ts'
import type { SessionInit } from '../port.ts'
import { closeSheet } from './close.ts'
import { sessionProperty, type SessionPlace } from './place.ts'
import { freeSheetName } from './sheetName.ts'

export interface Started {
  readonly place: SessionPlace
  readonly name: string
}

interface NewSheet {
  readonly sheetId: string
  readonly name: string
  readonly dateSystem: DateSystem
}

/**
 * Adds the worksheet with its empty grid, its mark and its manifest, and shows it. One that Excel does not
 * let be furnished is taken out again: nobody would know what the empty sheet is.
 */
export async function startSheet(
  door: ExcelDoor,
  init: SessionInit,
  sessionId: string,
): Promise<Started> {
  const sheet = await addSheet(door, init.environment)
  try {
    return { place: await furnish(door, sheet, init, sessionId), name: sheet.name }
  } catch (error) {
    // What hinders this as well is of no news: the first failure says why.
    await closeSheet(door, sheet.sheetId).catch(() => undefined)
    throw error
  }
}

/** An empty worksheet under a free name; how this workbook counts days is asked of one of its cells. */
function addSheet(door: ExcelDoor, environment: string): Promise<NewSheet> {
  return door.run(async (context) => {
    const { worksheets } = context.workbook
    worksheets.load('items/name')
    await context.sync()
    const taken = itemsOf(worksheets).map((sheet) => sheet.name)
    const name = freeSheetName(environment, taken)
    const sheet = worksheets.add(name)
    sheet.load('id')
    const dateSystem = await probeDateSystem(context, sheet)
    return { sheetId: sheet.id, name, dateSystem }
  })
}

function furnish(
  door: ExcelDoor,
  { sheetId, dateSystem }: NewSheet,
  init: SessionInit,
  sessionId: string,
): Promise<SessionPlace> {
  return door.run(async (context) => {
    const { worksheets, tables } = context.workbook
    const taken = tables.getItemOrNullObject(sessionTableName)
    taken.load('id')
    await context.sync()
    const left = await manifestParts(context)
    const sheet = worksheets.getItem(sheetId)
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
    queueNewManifest(context, manifest, left)
    sheet.activate()
    await context.sync()
    return { door, sheetId, tableId: table.id, sessionId, dateSystem }
  })
}
