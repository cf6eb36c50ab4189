import { gridRow, rowFields } from '../../../contract/index.ts'
import type { GridRow } from '../../../contract/index.ts'

/** A row of the session grid with nothing in it but what the test says. */
export function gridRowOf(values: Partial<GridRow>): GridRow {
  const empty = Object.fromEntries(rowFields.map((field) => [field, null]))
  return gridRow.parse({ ...empty, status: 'New', personCode: '1', ...values })
}
