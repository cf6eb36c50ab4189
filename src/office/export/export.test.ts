import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import Papa from 'papaparse'
import { readSheet } from 'read-excel-file/node'
import type { ExportTable } from '../workbook/port.ts'
import { toCsv } from './csv.ts'
import { toXlsx } from './xlsx.ts'

const columns: ExportTable['columns'] = [
  { heading: 'Person Code', kind: 'number', width: 12 },
  { heading: 'Surname', kind: 'text', width: 16 },
  { heading: 'Qualification Code', kind: 'code', width: 12 },
  { heading: 'Award Date', kind: 'date', width: 12 },
]
const table = (...rows: ExportTable['rows'][number][]): ExportTable => ({
  columns,
  rows,
  learners: rows.length,
})

const readBack = (csv: string) =>
  Papa.parse<string[]>(csv.replace(/^\ufeff/, ''), { newline: '\r\n' }).data

describe('a CSV export', () => {
  it('begins with the byte order mark and the headings, and reads back', () => {
    const csv = toCsv(
      table([1042, 'O\u2019Neill, "Bea"', '00501', '2024-08-15'], [7, null, null, null]),
    )
    expect(csv.startsWith('\ufeffPerson Code,Surname')).toBe(true)
    expect(readBack(csv).slice(1)).toEqual([
      ['1042', 'O\u2019Neill, "Bea"', '00501', '2024-08-15'],
      ['7', '', '', ''],
    ])
  })

  it('never lets a text begin a formula, and changes no other text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cell = readBack(toCsv(table([1, text, 'a', null])))[1]?.[1] ?? ''
        expect(cell).not.toMatch(/^[=+\-@\t\r\n]/)
        expect(cell === text || cell === `'${text}`).toBe(true)
      }),
    )
    expect(toCsv(table([1, '=1+1', '-x', null]))).toContain("'=1+1,'-x")
  })

  it('never lets the heading of a column that the user added begin one either', () => {
    const theirs = { heading: '=HYPERLINK("https://x.example")', kind: 'text', width: 9 } as const
    const [headings] = readBack(toCsv({ columns: [theirs], rows: [], learners: 0 }))
    expect(headings).toEqual([`'${theirs.heading}`])
  })
})

describe('an Excel export', () => {
  const sheetOf = async (exported: ExportTable) => {
    const blob = await toXlsx(exported)
    return readSheet(Buffer.from(await blob.arrayBuffer()))
  }

  it('keeps texts as texts, numbers as numbers and dates as dates', async () => {
    const rows = await sheetOf(
      table([1042, '=SUM(A1)', '00501', '2024-08-15'], [7, null, '1E5', null]),
    )
    expect(rows).toEqual([
      ['Person Code', 'Surname', 'Qualification Code', 'Award Date'],
      [1042, '=SUM(A1)', '00501', new Date('2024-08-15T00:00:00Z')],
      [7, null, '1E5', null],
    ])
  })

  it('is a file that Excel knows by its first bytes', async () => {
    const bytes = Buffer.from(await (await toXlsx(table([1, 'a', 'b', null]))).arrayBuffer())
    expect(bytes.subarray(0, 2).toString()).toBe('PK')
  })
})
