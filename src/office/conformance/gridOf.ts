import { gridColumns, type GridRow } from '../../../contract/index.ts'
import type { Bench } from './conformance.ts'
import type { LearnerRows, Session } from '../workbook/port.ts'
import { valuesOf } from './rows.ts'

export const at = '2026-09-01T08:00:00.000Z'
const lastColumn = 'AI'

/** Downloads these answers into the session as the pane does: one run, one batch, finished. */
export async function download(session: Session, answers: readonly LearnerRows[]): Promise<void> {
  const personCodes = answers.map(({ personCode }) => personCode)
  const writer = await session.beginRun({ personCodes, at })
  await writer.writeLearners(answers)
  await writer.finish()
}

/** Everything the grid says, as rows of the contract, by way of the export; the row key apart. */
export async function gridRows(session: Session): Promise<readonly Record<string, unknown>[]> {
  const { columns, rows } = await session.readForExport({ personalDetails: true })
  return rows.map((row) =>
    Object.fromEntries(columns.map(({ heading }, index) => [heading, row[index] ?? null])),
  )
}

/** The same, of rows as they were given. */
export function asGiven(rows: readonly GridRow[]): readonly Record<string, unknown>[] {
  return rows.map((row) => {
    const values = valuesOf(row)
    return Object.fromEntries(
      gridColumns.flatMap(({ heading, key }, index) =>
        key === 'rowKey'
          ? []
          : [[heading, key === 'personCode' ? Number(values[index]) : (values[index] ?? null)]],
      ),
    )
  })
}

/** Raw cells of the grid's body, headings left out, as Excel holds them. */
export function bodyCells({ user }: Bench, session: Session, rows: number) {
  return user.read(session.sheetName, `A2:${lastColumn}${String(rows + 1)}`)
}

/** Status by LRS event id, wherever the rows stand. */
export async function statuses(session: Session): Promise<Readonly<Record<string, unknown>>> {
  const rows = await gridRows(session)
  return Object.fromEntries(rows.map((row) => [String(row['LRS Event ID']), row['Status']]))
}
