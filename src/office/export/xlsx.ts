import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/universal'
import { sessionSheetName } from '../../../contract/index.ts'
import { toSerial } from '../workbook/cells/dateSerial.ts'
import { safeText } from '../workbook/cells/text.ts'
import type { ExportColumn, ExportTable } from '../workbook/port.ts'

/** The table as an Excel file: texts as texts, dates as dates, the heading row kept in view. */
export async function toXlsx(table: ExportTable): Promise<Blob> {
  const data: SheetData = [
    table.columns.map(({ heading }) => ({ value: heading, type: String, fontWeight: 'bold' })),
    ...table.rows.map((row) =>
      row.map((value, at) => toCell(table.columns[at]?.kind ?? 'text', value)),
    ),
  ]
  return writeXlsxFile(data, {
    sheet: sessionSheetName,
    stickyRowsCount: 1,
    columns: table.columns.map(({ width }) => ({ width })),
  }).toBlob()
}

/** A text cell of a file is never read as a formula, whatever it begins with. */
function toCell(kind: ExportColumn['kind'], value: string | number | null): Cell {
  if (value === null) return null
  if (typeof value === 'number') return { value, type: Number }
  const serial = kind === 'date' ? toSerial(value, 1900) : null
  return serial === null
    ? { value: safeText(value), type: String, format: '@' }
    : { value: serial, type: Number, format: 'dd/mm/yyyy' }
}
