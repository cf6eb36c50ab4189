import { applicationClass } from './application.ts'
import { rangeClass } from './range/range.ts'
import { placeOn } from './range/place.ts'
import { rangeAreasClass } from './rangeareas.ts'
import type { Objects, Session } from './session.ts'
import { notPlayed } from './wire.ts'
import { workbookClass } from './workbook.ts'
import { worksheetClass } from './worksheet.ts'
import { worksheetsClass } from './worksheets.ts'

const absent = (type: string) => (): never => {
  throw notPlayed(type, 'any')
}

/** Joins a session with the classes of the API. They know each other through it, so it comes first. */
export const fullSession = (rest: Omit<Session, 'objects'>): Session => {
  const objects: Objects = {
    workbook: () => workbook(),
    application: () => application(),
    worksheets: () => worksheets(),
    worksheet: (sheet) => worksheet(sheet),
    range: (sheet, area) => range(placeOn(sheet, [area])),
    rangeAt: (place) => range(place),
    rangeAreas: (sheet, areas) => rangeAreas(placeOn(sheet, areas)),
    rangeFormat: absent('RangeFormat'),
    rangeView: absent('RangeView'),
    tables: absent('TableCollection'),
    table: absent('Table'),
    tableSort: absent('TableSort'),
    rangeSort: absent('RangeSort'),
    tableAutoFilter: absent('AutoFilter'),
    columns: absent('TableColumnCollection'),
    rows: absent('TableRowCollection'),
    freezePanes: absent('WorksheetFreezePanes'),
    customProperties: absent('WorksheetCustomPropertyCollection'),
    conditionalFormats: absent('ConditionalFormatCollection'),
    conditionalFormat: absent('ConditionalFormat'),
    dataValidation: absent('DataValidation'),
    names: absent('NamedItemCollection'),
    settings: absent('SettingCollection'),
    customXmlParts: absent('CustomXmlPartCollection'),
  }
  const session: Session = { ...rest, objects }
  const workbook = workbookClass(session)
  const application = applicationClass(session)
  const worksheets = worksheetsClass(session)
  const worksheet = worksheetClass(session)
  const range = rangeClass(session)
  const rangeAreas = rangeAreasClass(session)
  return session
}
