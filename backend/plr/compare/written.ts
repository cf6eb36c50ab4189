import type { EventFacts } from '../event/learningEvent.ts'
import type { AttainmentMapping } from './attainmentMapping.ts'
import { readAwardDate } from './awardDate.ts'
import { unasked } from './cell.ts'
import type { Cell, Value } from './cell.ts'
import { columnRules } from './columnRules.ts'
import type { ColumnRule } from './columnRules.ts'

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
  return writerBy(columnRules(mapping))
}

export function writerBy(rules: readonly ColumnRule[]): Writer {
  const isDated = rules.some(({ column }) => column.from === 'awardDate')
  return (facts) => {
    let notes = isDated ? none : awardNotes(facts)
    let unwritable: string | null = null
    const cells = rules.map(({ column, isForInserts, cellOf }) => {
      const cell = isForInserts ? unasked : cellOf(facts)
      if (cell.note !== null) {
        // The award date's goes before the others.
        notes = column.from === 'awardDate' ? [cell.note, ...notes] : [...notes, cell.note]
      }
      unwritable ??= cell.unwritable
      return cell
    })
    return new WrittenEvent(rules, facts, cells, notes, unwritable)
  }
}

const none: readonly string[] = []

/** Where no column takes the award date, it is told all the same when it is none. */
function awardNotes({ achievementAwardDate }: EventFacts): readonly string[] {
  const { note } = readAwardDate(achievementAwardDate)
  return note === null ? none : [note]
}

class WrittenEvent implements Written {
  readonly #rules: readonly ColumnRule[]
  readonly #facts: EventFacts
  readonly cells: readonly Cell[]
  readonly notes: readonly string[]
  readonly unwritable: string | null

  constructor(
    rules: readonly ColumnRule[],
    facts: EventFacts,
    cells: readonly Cell[],
    notes: readonly string[],
    unwritable: string | null,
  ) {
    this.#rules = rules
    this.#facts = facts
    this.cells = cells
    this.notes = notes
    this.unwritable = unwritable
  }

  get values(): Readonly<Record<string, Value>> {
    const values: Record<string, Value> = {}
    this.#rules.forEach(({ name, isForInserts, cellOf }, at) => {
      const cell = isForInserts ? cellOf(this.#facts) : this.cells[at]
      if (cell?.value !== undefined) values[name] = cell.value
    })
    return values
  }
}
