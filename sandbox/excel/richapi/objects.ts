import { touchDocument } from '../model/save.ts'
import { applicationClass } from './application.ts'
import { textArgument } from './arguments.ts'
import { conditionalFormatClass } from './conditional/format.ts'
import { conditionalFormatsClass } from './conditional/formats.ts'
import { rangeFormatClass } from './format/rangeformat.ts'
import { customXmlClass } from './parts/customxml.ts'
import { keyedClass } from './parts/keyed.ts'
import { namesClass } from './parts/names.ts'
import { placeOn } from './range/place.ts'
import { rangeClass } from './range/range.ts'
import { validationClass } from './range/validation.ts'
import { rangeViewClass } from './range/view.ts'
import { rangeAreasClass } from './rangeareas.ts'
import type { Objects, Session } from './session.ts'
import { freezePanesClass } from './sheet/freezepanes.ts'
import { autoFilterClass } from './table/autofilter.ts'
import { columnsClass } from './table/columns.ts'
import { rowsClass } from './table/rows.ts'
import { rangeSortClass, tableSortClass } from './table/sort.ts'
import { tableClass } from './table/table.ts'
import { tablesClass } from './table/tables.ts'
import { workbookClass } from './workbook.ts'
import { worksheetClass } from './worksheet.ts'
import { worksheetsClass } from './worksheets.ts'

const settingsClass = keyedClass({
  collection: 'SettingCollection',
  item: 'Setting',
  read: (value) => value,
  longestKey: 255,
  ignoreCase: false,
})

/** Texts only; keys of at most 255 characters, without case (Microsoft's reference). */
const customPropertiesClass = keyedClass({
  collection: 'WorksheetCustomPropertyCollection',
  item: 'WorksheetCustomProperty',
  read: textArgument,
  longestKey: 255,
  ignoreCase: true,
})

/** Joins a session with the classes of the API. They know each other through it, so it comes first. */
export const fullSession = (rest: Omit<Session, 'objects'>): Session => {
  const changed = (): void => {
    touchDocument(rest.workbook)
  }
  const objects: Objects = {
    workbook: () => workbook(),
    application: () => application(),
    worksheets: () => worksheets(),
    worksheet: (sheet) => worksheet(sheet),
    range: (sheet, area) => range(placeOn(sheet, [area])),
    rangeAt: (place) => range(place),
    rangeAreas: (sheet, areas) => rangeAreas(placeOn(sheet, areas)),
    rangeFormat: (place) => rangeFormat(place),
    rangeView: (place) => rangeView(place),
    tables: (sheet) => tables(sheet),
    table: (found) => table(found),
    tableSort: (sheet, sorted) => tableSort({ sheet, table: sorted }),
    rangeSort: (place) => rangeSort(place),
    tableAutoFilter: (found) => autoFilter(found),
    columns: (found) => columns(found),
    rows: (found) => rows(found),
    freezePanes: (sheet) => freezePanes(sheet),
    customProperties: (sheet) => customPropertiesClass({ values: sheet.properties, changed }),
    conditionalFormats: (place) => conditionalFormats(place),
    conditionalFormat: (sheet, format) => conditionalFormat({ sheet, format }),
    dataValidation: (place) => validation(place),
    names: () => names(),
    settings: () => settingsClass({ values: rest.workbook.settings, changed }),
    customXmlParts: () => customXml(),
  }
  const session: Session = { ...rest, objects }
  const workbook = workbookClass(session)
  const application = applicationClass(session)
  const worksheets = worksheetsClass(session)
  const worksheet = worksheetClass(session)
  const range = rangeClass(session)
  const rangeAreas = rangeAreasClass(session)
  const rangeFormat = rangeFormatClass(session)
  const rangeView = rangeViewClass(session)
  const tables = tablesClass(session)
  const table = tableClass(session)
  const tableSort = tableSortClass(session)
  const rangeSort = rangeSortClass(session)
  const autoFilter = autoFilterClass(session)
  const columns = columnsClass(session)
  const rows = rowsClass(session)
  const freezePanes = freezePanesClass(session)
  const conditionalFormats = conditionalFormatsClass(session)
  const conditionalFormat = conditionalFormatClass(session)
  const validation = validationClass(session)
  const names = namesClass(session)
  const customXml = customXmlClass(session)
  return session
}
