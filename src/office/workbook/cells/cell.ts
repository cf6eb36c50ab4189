import type { ColumnKind, GridColumn } from '../../../../contract/index.ts'
import { fromSerial, toSerial, type DateSystem } from './dateSerial.ts'
import { safeText, startsFormula } from './text.ts'

/** What is written into a cell; the empty text clears it. */
export type Cell = string | number

const formats: Record<ColumnKind, string> = {
  text: '@',
  code: '@',
  date: 'dd/mm/yyyy',
  number: 'General',
}

/** The number format of a column: set before the values, for a text cell never becomes a formula. */
export function formatOf(column: GridColumn): string {
  return column.key === 'personCode' ? '0' : formats[column.kind]
}

/** The cell of a value of this column; what does not fit the kind is kept as text that stays text. */
export function toCell(kind: ColumnKind, value: string | number | null, system: DateSystem): Cell {
  if (value === null || value === '') return ''
  if (kind === 'text' || kind === 'code') return safeText(String(value))
  if (kind === 'date') return toSerial(String(value), system) ?? markedText(String(value))
  const number = Number(value)
  return Number.isFinite(number) && Math.abs(number) <= Number.MAX_SAFE_INTEGER
    ? number
    : markedText(String(value))
}

/** What a cell of this column says now; whatever the user typed there is given as it stands. */
export function fromCell(
  kind: ColumnKind,
  cell: unknown,
  system: DateSystem,
): string | number | null {
  if (cell === '' || cell === null || cell === undefined) return null
  if (kind === 'date' && typeof cell === 'number') return fromSerial(cell, system)
  if (kind === 'number' && typeof cell === 'number') return cell
  return String(cell)
}

/** A cell that takes formulas and numbers gets Excel's own mark for text where the text needs it. */
function markedText(text: string): string {
  const safe = safeText(text)
  return startsFormula(safe) ? `'${safe}` : safe
}
