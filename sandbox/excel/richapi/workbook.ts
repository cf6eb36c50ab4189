import { cellArea } from '../model/area.ts'
import { Refusal } from '../model/refusal.ts'
import { saveWorkbook } from '../model/save.ts'
import { findSheet } from '../model/sheets.ts'
import { findTable } from '../model/table.ts'
import { textArgument, truthArgument, wordArgument } from './arguments.ts'
import { EVERYWHERE, eventActions } from './registrations.ts'
import type { Session } from './session.ts'
import { describeClass, type WireObject } from './wire.ts'

/** `Excel.Runtime`: only whether events are sent. */
const runtimeClass = (session: Session): (() => WireObject) => {
  const runtime = describeClass<null>({
    type: 'Runtime',
    scalars: {
      EnableEvents: {
        get: () => session.enableEvents,
        set: (_, value) => {
          session.enableEvents = truthArgument(value)
        },
      },
    },
  })
  return () => runtime(null)
}

/** `Excel.Workbook`, the root of every request. */
export const workbookClass = (session: Session): (() => WireObject) => {
  const { workbook, objects } = session
  const runtime = runtimeClass(session)
  const selected = (): WireObject => {
    const sheet = workbook.activeSheet
    const [area, more] = sheet.selection
    if (!area || more) throw new Refusal('InvalidSelection')
    return objects.range(sheet, area)
  }
  const root = describeClass<null>({
    type: 'Workbook',
    scalars: {
      Name: { get: () => `${workbook.name}.xlsx` },
      ReadOnly: { get: () => false },
      IsDirty: {
        get: () => workbook.dirty,
        set: (_, value) => {
          workbook.dirty = truthArgument(value)
        },
      },
      AutoSave: { get: () => workbook.autoSave },
      PreviouslySaved: { get: () => workbook.previouslySaved },
      CalculationEngineVersion: { get: () => 191_029 },
      UsePrecisionAsDisplayed: { get: () => false },
    },
    objects: {
      Application: () => objects.application(),
      Worksheets: () => objects.worksheets(),
      Tables: () => objects.tables(null),
      Names: () => objects.names(),
      Settings: () => objects.settings(),
      CustomXmlParts: () => objects.customXmlParts(),
      _Runtime: runtime,
    },
    paths: {
      GetSelectedRange: selected,
      GetSelectedRanges: () =>
        objects.rangeAreas(workbook.activeSheet, workbook.activeSheet.selection),
      GetActiveCell: () => {
        const { row, column } = workbook.activeSheet.activeCell
        return objects.range(workbook.activeSheet, cellArea(row, column))
      },
      _GetRangeForEventByReferenceId: (_, [id]) => {
        const kept = session.kept.get(textArgument(id))
        if (!kept) throw new Refusal('InvalidReference')
        return kept.object
      },
      _GetSheetById: (_, [id]) => {
        const sheet = findSheet(workbook, textArgument(id))
        return sheet && objects.worksheet(sheet)
      },
      _GetAnotherWorksheetById: (_, [id]) => {
        const sheet = findSheet(workbook, textArgument(id))
        return sheet && objects.worksheet(sheet)
      },
      _GetTableById: (_, [id]) => {
        const found = findTable(workbook, textArgument(id))
        return found && objects.table(found)
      },
    },
    actions: {
      Save: (_, [behaviour]) => {
        wordArgument(behaviour ?? 'Save', ['Save', 'Prompt'])
        saveWorkbook(workbook)
      },
      ...eventActions<null>(session, { ActivatedEvent: 2203 }, () => EVERYWHERE),
    },
  })
  return () => root(null)
}
