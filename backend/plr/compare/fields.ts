import type { EventFacts } from '../event/learningEvent.ts'
import type { ColumnSource } from './attainmentMapping.ts'
import { unasked } from './cell.ts'
import type { Cell, Value } from './cell.ts'
import type { ColumnRule } from './columnRules.ts'

/** Finds the columns of the mapping by what they mean. */
export interface Fields {
  ruleOf(from: ColumnSource): ColumnRule | null
  /** The name of a column; that of one the mapping does not hold is blank, and no record has it. */
  columnOf(from: ColumnSource): string
  /** Works out what an event would put there. */
  cellOf(from: ColumnSource): (facts: EventFacts) => Cell
}

export function fieldsOf(rules: readonly ColumnRule[]): Fields {
  const known = new Map(rules.map((rule) => [rule.column.from, rule]))
  return {
    ruleOf: (from) => known.get(from) ?? null,
    columnOf: (from) => known.get(from)?.name ?? '',
    cellOf: (from) => known.get(from)?.cellOf ?? (() => unasked),
  }
}

/** A value of a record or an event as text; empty text counts as null, as on Oracle. */
export function textOf(value: Value | undefined): string | null {
  if (typeof value === 'string') return value === '' ? null : value
  return value === undefined || value === null ? null : String(value)
}
