import type { EventFacts } from '../event/learningEvent.ts'
import type { AttainmentMapping, MappedColumn } from './attainmentMapping.ts'
import { cellOf } from './cell.ts'
import type { Cell } from './cell.ts'
import { fillsOf } from './fill.ts'
import type { Fill } from './fill.ts'
import { mostBytes } from './length.ts'
import { remembered } from './remembered.ts'

/** How one column of the mapping is filled. */
export interface ColumnRule {
  readonly column: MappedColumn
  readonly name: string
  /** Of the texts and numbers that fit whatever letters they hold, in characters and digits. */
  readonly longest: number
  readonly cellOf: (facts: EventFacts) => Cell
  /** Only inserts have it, and whatever it comes to is written as it is: worked out when asked for. */
  readonly isForInserts: boolean
}

/** The rules of the mapping's columns, in its order (surface.md, Update writes). */
export function columnRules(mapping: AttainmentMapping): readonly ColumnRule[] {
  const fills = fillsOf(mapping)
  return mapping.columns.map((column) => ruleOf(column, fills[column.from]))
}

function ruleOf(column: MappedColumn, fill: Fill): ColumnRule {
  const every = fill.by === 'text' ? fill.every?.map((value) => cellOf(column, value)) : undefined
  const isPlain = every?.every((cell) => cell.note === null && cell.unwritable === null) ?? false
  return {
    column,
    name: column.column,
    longest: longestOf(column),
    cellOf: cellRule(column, fill),
    isForInserts: column.insertOnly && isPlain,
  }
}

/** An event's id is digits, which take a byte each. */
function longestOf({ from, length, unit }: MappedColumn): number {
  if (length === null) return Infinity
  return unit === 'bytes' && from !== 'eventId' ? Math.floor(length / mostBytes) : length
}

/** The cell of a column for an event; what depends on one text alone is worked out once a text. */
function cellRule(column: MappedColumn, fill: Fill): (facts: EventFacts) => Cell {
  if (fill.by === 'event') return (facts) => cellOf(column, fill.value(facts))
  const made = (text: string | null): Cell => {
    const cell = cellOf(column, fill.value(text))
    return { ...cell, note: fill.note?.(text) ?? cell.note }
  }
  const ofText = remembered(made)
  const ofNull = made(null)
  return (facts) => {
    const text = fill.text(facts)
    return text === null ? ofNull : ofText(text)
  }
}
