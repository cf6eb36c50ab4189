import { areasArgument } from './range/areasargument.ts'
import { cellArea, isOnGrid, WHOLE_SHEET } from '../model/area.ts'
import { usedArea } from '../model/cells.ts'
import { notify } from '../model/notify.ts'
import { Refusal } from '../model/refusal.ts'
import {
  activateSheet,
  copySheet,
  deleteSheet,
  moveSheet,
  renameSheet,
  setVisibility,
} from '../model/sheets.ts'
import type { Workbook } from '../model/book.ts'
import type { Worksheet } from '../model/state.ts'
import {
  colorArgument,
  optionalText,
  optionalTruth,
  textArgument,
  truthArgument,
  wholeArgument,
  wordArgument,
} from './arguments.ts'
import { readAddress } from './range/place.ts'
import { eventActions, EventType } from './registrations.ts'
import type { Session } from './session.ts'
import { describeClass, needed, type Description, type WireObject } from './wire.ts'

type Paths = NonNullable<Description<Worksheet>['paths']>
type Scalars = NonNullable<Description<Worksheet>['scalars']>

const VISIBILITIES = ['Visible', 'Hidden', 'VeryHidden'] as const

const scalars = (workbook: Workbook): Scalars => ({
  Id: { get: (sheet) => sheet.id },
  Name: {
    get: (sheet) => sheet.name,
    set: (sheet, value) => {
      renameSheet(workbook, sheet, textArgument(value))
    },
  },
  Position: {
    get: (sheet) => workbook.sheets.indexOf(sheet),
    set: (sheet, value) => {
      moveSheet(workbook, sheet, wholeArgument(value))
    },
  },
  Visibility: {
    get: (sheet) => sheet.visibility,
    set: (sheet, value) => {
      setVisibility(workbook, sheet, wordArgument(value, VISIBILITIES))
    },
  },
  TabColor: {
    get: (sheet) => sheet.tabColor,
    set: (sheet, value) => {
      sheet.tabColor = value === '' ? '' : colorArgument(value)
      notify(workbook, { kind: 'document' })
    },
  },
  StandardWidth: { get: () => 64 },
  StandardHeight: { get: () => 15 },
  ShowGridlines: { get: (sheet) => sheet.showGridlines },
  ShowHeadings: { get: (sheet) => sheet.showHeadings },
  EnableCalculation: { get: () => true },
  TabId: { get: (sheet) => workbook.sheets.indexOf(sheet) + 1 },
  // The library sends these two by the names they had first.
  Gridlines: {
    get: (sheet) => sheet.showGridlines,
    set: (sheet, value) => {
      sheet.showGridlines = truthArgument(value)
      notify(workbook, { kind: 'layout', sheet })
    },
    onRequest: true,
  },
  Headings: {
    get: (sheet) => sheet.showHeadings,
    set: (sheet, value) => {
      sheet.showHeadings = truthArgument(value)
      notify(workbook, { kind: 'layout', sheet })
    },
    onRequest: true,
  },
})

const neighbour = (
  workbook: Workbook,
  sheet: Worksheet,
  step: 1 | -1,
  visibleOnly: unknown,
): Worksheet | null => {
  const seen = optionalTruth(visibleOnly, false)
  for (let at = workbook.sheets.indexOf(sheet) + step; ; at += step) {
    const found = workbook.sheets[at]
    if (!found) return null
    if (!seen || found.visibility === 'Visible') return found
  }
}

const paths = ({ workbook, objects }: Session): Paths => {
  const used = (sheet: Worksheet, valuesOnly: unknown): WireObject | null => {
    const area = usedArea(sheet.cells, WHOLE_SHEET, optionalTruth(valuesOnly, false))
    return area && objects.range(sheet, area)
  }
  const next = (sheet: Worksheet, step: 1 | -1, visibleOnly: unknown): WireObject | null => {
    const found = neighbour(workbook, sheet, step, visibleOnly)
    return found && objects.worksheet(found)
  }
  return {
    GetRange: (sheet, [address]) => {
      const text = optionalText(address)
      if (text === null || text === '') return objects.range(sheet, WHOLE_SHEET)
      const found = readAddress(workbook, sheet, text)
      if (found.sheet !== sheet) throw new Refusal('InvalidArgument')
      return objects.range(sheet, found.area)
    },
    GetRangeByIndexes: (sheet, args) => {
      const [row = 0, column = 0, rows = 0, columns = 0] = args.map(wholeArgument)
      const area = { row, column, rows, columns }
      if (!isOnGrid(area)) throw new Refusal('InvalidArgument')
      return objects.range(sheet, area)
    },
    GetCell: (sheet, [row, column]) => {
      const area = cellArea(wholeArgument(row), wholeArgument(column))
      if (!isOnGrid(area)) throw new Refusal('InvalidArgument')
      return objects.range(sheet, area)
    },
    GetRanges: (sheet, [address]) =>
      objects.rangeAreas(sheet, areasArgument(optionalText(address) ?? '')),
    GetUsedRange: (sheet, [valuesOnly]) =>
      used(sheet, valuesOnly) ?? objects.range(sheet, cellArea(0, 0)),
    GetUsedRangeOrNullObject: (sheet, [valuesOnly]) => used(sheet, valuesOnly),
    GetNext: (sheet, [visibleOnly]) => needed(next(sheet, 1, visibleOnly)),
    GetNextOrNullObject: (sheet, [visibleOnly]) => next(sheet, 1, visibleOnly),
    GetPrevious: (sheet, [visibleOnly]) => needed(next(sheet, -1, visibleOnly)),
    GetPreviousOrNullObject: (sheet, [visibleOnly]) => next(sheet, -1, visibleOnly),
    Copy: (sheet) => objects.worksheet(copySheet(workbook, sheet)),
  }
}

/** `Excel.Worksheet`. */
export const worksheetClass = (session: Session): ((sheet: Worksheet) => WireObject) => {
  const { workbook, objects } = session
  return describeClass<Worksheet>({
    type: 'Worksheet',
    identity: (sheet) => ({ Id: sheet.id }),
    check: (sheet) => {
      if (!workbook.sheets.includes(sheet)) throw new Refusal('ItemNotFound')
    },
    scalars: scalars(workbook),
    objects: {
      Tables: (sheet) => objects.tables(sheet),
      FreezePanes: (sheet) => objects.freezePanes(sheet),
      CustomProperties: (sheet) => objects.customProperties(sheet),
    },
    paths: paths(session),
    actions: {
      Activate: (sheet) => {
        activateSheet(workbook, sheet)
      },
      Delete: (sheet) => {
        deleteSheet(workbook, sheet)
      },
      Calculate: () => {
        workbook.revision += 1
      },
      ...eventActions<Worksheet>(
        session,
        {
          DataChangedEvent: EventType.dataChanged,
          ActivatedEvent: EventType.activated,
          DeactivatedEvent: EventType.deactivated,
          SelectionChangedEvent: EventType.selectionChanged,
          FormatChangedEvent: EventType.formatChanged,
          RowSortedEvent: EventType.rowSorted,
          RowHiddenChangedEvent: EventType.rowHiddenChanged,
          EventNameChanged: EventType.nameChanged,
          EventVisibilityChanged: EventType.visibilityChanged,
        },
        (sheet) => sheet.id,
      ),
    },
  })
}
