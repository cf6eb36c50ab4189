import { emptyRow } from '../../../contract/index.ts'
import type { GridRow } from '../../../contract/index.ts'

/** A row of the session grid with nothing in it but what the test says. */
export function gridRowOf(values: Partial<GridRow>): GridRow {
  return { ...emptyRow, status: 'New', personCode: '1', ...values }
}
