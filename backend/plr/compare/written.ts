import type { EventFacts } from '../event/learningEvent.ts'
import type { AttainmentMapping, MappedColumn } from './attainmentMapping.ts'
import { readAwardDate } from './awardDate.ts'
import { cellOf, unasked } from './cell.ts'
import type { Cell, Value } from './cell.ts'
import { fillsOf } from './fill.ts'
import type { Fill } from './fill.ts'
import { remembered } from './remembered.ts'

/** What Update would put into one record of ebs for a learning event, before looking at that record. */
export interface Written {
  /** One a column of the mapping, in its order; what only an insert writes may be left out. */
  readonly cells: readonly Cell[]
  /** Column → value, made when asked for; a column that is not there is left as it is. */
  readonly values: Readonly<Record<string, Value>>
  readonly notes: readonly string[]
  readonly unwritable: string | null
}

/** A rule that works out the columns of the mapping for a learning event (surface.md, Update writes). */
export type Writer = (facts: EventFacts) => Written

export function createWriter(mapping: AttainmentMapping): Writer {
  const fills = fillsOf(mapping)
  const plan = mapping.columns.map((column) => planOf(column, fills[column.from]))
  const isDated = mapping.columns.some((column) => column.from === 'awardDate')
  return (facts) => {
    let notes = isDated ? none : awardNotes(facts)
    let unwritable: string | null = null
    const cells = new Array<Cell>(plan.length)
    for (let at = 0; at < plan.length; at += 1) {
      const column = plan[at]
      const cell = !column || column.isForInserts ? unasked : column.cellOf(facts)
      cells[at] = cell
      if (cell.note !== null) {
        notes = column?.isFirstTold ? [cell.note, ...notes] : [...notes, cell.note]
      }
      unwritable ??= cell.unwritable
    }
    return new WrittenEvent(plan, facts, cells, notes, unwritable)
  }
}

const none: readonly string[] = []

/** Where no column takes the award date, it is told all the same when it is none. */
function awardNotes({ achievementAwardDate }: EventFacts): readonly string[] {
  const { note } = readAwardDate(achievementAwardDate)
  return note === null ? none : [note]
}

/** How one column of the mapping is filled. */
interface PlannedColumn {
  readonly name: string
  readonly cellOf: (facts: EventFacts) => Cell
  /** Only inserts have it, and whatever it comes to is written as it is: worked out when asked for. */
  readonly isForInserts: boolean
  /** The award date's note goes before the others. */
  readonly isFirstTold: boolean
}

function planOf(column: MappedColumn, fill: Fill): PlannedColumn {
  const every = fill.by === 'text' ? fill.every?.map((value) => cellOf(column, value)) : undefined
  const isPlain = every?.every((cell) => cell.note === null && cell.unwritable === null) ?? false
  return {
    name: column.column,
    cellOf: cellRule(column, fill),
    isForInserts: column.insertOnly && isPlain,
    isFirstTold: column.from === 'awardDate',
  }
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

/** Most events equal what ebs holds, and nobody asks for their values by column. */
class WrittenEvent implements Written {
  readonly #plan: readonly PlannedColumn[]
  readonly #facts: EventFacts
  readonly cells: readonly Cell[]
  readonly notes: readonly string[]
  readonly unwritable: string | null

  constructor(
    plan: readonly PlannedColumn[],
    facts: EventFacts,
    cells: readonly Cell[],
    notes: readonly string[],
    unwritable: string | null,
  ) {
    this.#plan = plan
    this.#facts = facts
    this.cells = cells
    this.notes = notes
    this.unwritable = unwritable
  }

  get values(): Readonly<Record<string, Value>> {
    const values: Record<string, Value> = {}
    for (let at = 0; at < this.#plan.length; at += 1) {
      const column = this.#plan[at]
      if (!column) continue
      const cell = column.isForInserts ? column.cellOf(this.#facts) : this.cells[at]
      if (cell?.value !== undefined) values[column.name] = cell.value
    }
    return values
  }
}
