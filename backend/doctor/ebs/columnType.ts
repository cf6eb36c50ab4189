import type { SiteColumn } from '../catalogue/read.ts'
import type { NeededKind } from './needs.ts'

const kinds: readonly (readonly [RegExp, 'text' | 'number' | 'date'])[] = [
  [/char|text|clob/i, 'text'],
  [/number|numeric|decimal|int|float|real|double|money/i, 'number'],
  [/date|time/i, 'date'],
]

/** Whether a column of an engine's type can hold what is needed of it. */
export function holds(column: SiteColumn, kind: NeededKind): boolean {
  const own = kinds.find(([pattern]) => pattern.test(column.type))?.[1]
  if (kind === null) return true
  return kind === 'day' || kind === 'time' ? own === 'date' : own === kind
}

/** `varchar(10)`, `varchar2(10 bytes)`, `numeric(6,2)`: the type with its size. */
export function typeText({ type, length, bytes, digits, scale }: SiteColumn): string {
  if (length !== null) return bytes ? `${type}(${length} bytes)` : `${type}(${length})`
  if (digits === null) return type
  return scale === null || scale === 0 ? `${type}(${digits})` : `${type}(${digits},${scale})`
}

/** Longest text or most digits before the point; null when the type sets no bound. */
export function roomOf({ length, digits, scale }: SiteColumn): number | null {
  return digits === null ? length : digits - (scale ?? 0)
}
