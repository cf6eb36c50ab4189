import { emptyRow, rowFields, type GridRow } from '../../../contract/index.ts'

/** A row that says only what is given; everything in it is made up. */
export function gridRowOf(given: Partial<GridRow> & { readonly personCode: string }): GridRow {
  return { ...emptyRow, status: 'New', ...given }
}

const statuses = ['New', 'Changed', 'Same', 'Review'] as const
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** A learner with so many events, all fields filled with made-up values of their kinds. */
export function learnerOf(number: number, events: number): { personCode: string; rows: GridRow[] } {
  const personCode = String(1000 + number)
  const rows = Array.from({ length: events }, (_, event) =>
    gridRowOf({
      personCode,
      status: statuses[event % statuses.length] ?? 'New',
      uln: String(9_000_000_000 + number * 8),
      surname: `Sample${letters[(number * 7) % letters.length] ?? ''}`,
      firstName: `Made-up ${String(number)}`,
      dateOfBirth: '2007-02-28',
      qualification: `GCSE (9-1) in Subject ${String(event)}`,
      grade: String((event % 9) + 1),
      awardDate: `2024-08-${String((event % 28) + 1).padStart(2, '0')}`,
      qualificationCode: `0060${String(event)}`,
      credits: event % 5,
      source: 'NPD',
      responseCode: 'WSRC0004',
      lrsEventId: `${String(number)}0${String(event)}`,
      rowKey: `1.key-${personCode}-${String(event)}-${'k'.repeat(140)}`,
    }),
  )
  return { personCode, rows }
}

/** The fields of a row, for comparing what went in with what came out. */
export function valuesOf(row: GridRow): readonly (string | number | null)[] {
  return rowFields.map((field) => row[field])
}
