import { normaliseAim } from './aim.ts'
import type { AttainmentValues } from './attainment.ts'
import type { AttainmentMapping } from './attainmentMapping.ts'
import type { Cell } from './cell.ts'
import { fieldsOf } from './fields.ts'
import type { Candidate } from './candidate.ts'
import { normaliseTitle } from './title.ts'

/** Finds records of the same aim or title and the same year, the likeliest first. */
export type ByHand = (
  keyedByHand: readonly Candidate[],
  cells: readonly Cell[],
) => readonly Candidate[]

/** How records that staff keyed by hand are likely the same as an event. */
export function createByHand(mapping: AttainmentMapping): ByHand {
  const { reader, cell } = fieldsOf(mapping)
  const read = {
    aim: reader('aim'),
    date: reader('awardDate'),
    year: reader('awardYear'),
    title: reader('title'),
  }
  const cells = {
    aim: cell('aim'),
    date: cell('awardDate'),
    year: cell('awardYear'),
    title: cell('title'),
  }
  const yearOf = (values: AttainmentValues): string | null =>
    read.date(values)?.slice(0, 4) ?? read.year(values)

  return (keyedByHand, written) => {
    const date = textOf(cells.date(written))
    const year = date?.slice(0, 4) ?? textOf(cells.year(written))
    if (year === null) return none
    const aim = cells.aim(written)?.plain ?? null
    const title = cells.title(written)?.plain ?? ''
    const likeness = ({ attainment: { values } }: Candidate): number => {
      if (yearOf(values) !== year) return 0
      const sameAim = aim !== null && normaliseAim(read.aim(values)) === aim
      const sameTitle = title !== '' && normaliseTitle(read.title(values)) === title
      if (!sameAim && !sameTitle) return 0
      const sameDate = read.date(values) === date
      return 1 + Number(sameTitle) + 2 * Number(sameAim) + 4 * Number(sameDate)
    }
    return keyedByHand
      .map((record) => ({ record, likeness: likeness(record) }))
      .filter((one) => one.likeness > 0)
      .sort((one, other) => other.likeness - one.likeness)
      .map(({ record }) => record)
  }
}

const none: readonly Candidate[] = []

function textOf(cell: Cell | null): string | null {
  const value = cell?.value ?? null
  return value === null ? null : String(value)
}
