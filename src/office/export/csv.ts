import Papa from 'papaparse'
import { startsFormula } from '../workbook/cells/text.ts'
import type { ExportTable } from '../workbook/port.ts'

const byteOrderMark = '\ufeff'

/**
 * The table as a CSV file: UTF-8 with the mark by which Excel knows it, CRLF, dates `yyyy-MM-dd`. A text
 * that a spreadsheet would run as a formula begins with an apostrophe (OWASP, CSV injection).
 */
export function toCsv(table: ExportTable): string {
  const data = table.rows.map((row) =>
    row.map((value) => (typeof value === 'string' ? asText(value) : value)),
  )
  const fields = table.columns.map(({ heading }) => asText(heading))
  return byteOrderMark + Papa.unparse({ fields, data }, { newline: '\r\n' })
}

function asText(text: string): string {
  return startsFormula(text) ? `'${text}` : text
}
