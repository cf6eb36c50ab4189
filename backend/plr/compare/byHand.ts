import { normaliseAim } from './aim.ts'
import type { AttainmentValues } from './attainment.ts'
import type { Candidate } from './candidate.ts'
import type { Case } from './case.ts'
import type { Fields } from './fields.ts'
import { textOf } from './fields.ts'
import { normaliseTitle } from './title.ts'

/** Finds records of the same aim or title and the same year, the likeliest first. */
export type ByHand = (keyedByHand: readonly Candidate[], one: Case) => readonly Candidate[]

/** How records that staff keyed by hand are likely the same as an event. */
export function createByHand(fields: Fields): ByHand {
  const columns = {
    aim: fields.columnOf('aim'),
    date: fields.columnOf('awardDate'),
    year: fields.columnOf('awardYear'),
    title: fields.columnOf('title'),
  }
  const yearOfEvent = fields.cellOf('awardYear')
  const titleOfEvent = fields.cellOf('title')
  const yearOf = (values: AttainmentValues): string | null =>
    textOf(values[columns.date])?.slice(0, 4) ?? textOf(values[columns.year])

  return (keyedByHand, { facts, aim: { plain: aim }, date: { value } }) => {
    const date = textOf(value)
    const year = date?.slice(0, 4) ?? textOf(yearOfEvent(facts).value)
    if (year === null) return none
    const title = titleOfEvent(facts).plain ?? ''
    const likeness = ({ values }: Candidate): number => {
      if (yearOf(values) !== year) return 0
      const sameAim = aim !== null && normaliseAim(textOf(values[columns.aim])) === aim
      const sameTitle = title !== '' && normaliseTitle(textOf(values[columns.title])) === title
      if (!sameAim && !sameTitle) return 0
      const sameDate = textOf(values[columns.date]) === date
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
