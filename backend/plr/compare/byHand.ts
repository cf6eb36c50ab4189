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

  return (keyedByHand, { facts, aim, date }) => {
    const day = textOf(date.value)
    const year = day?.slice(0, 4) ?? textOf(yearOfEvent(facts).value)
    if (year === null) return none
    const sought = { aim: aim.plain, title: titleOfEvent(facts).plain ?? '', day }
    return keyedByHand
      .filter(({ values }) => yearOf(values) === year)
      .map((record) => ({ record, likeness: likeness(record.values, sought) }))
      .filter((one) => one.likeness > 0)
      .sort((one, other) => other.likeness - one.likeness)
      .map(({ record }) => record)
  }

  function likeness(values: AttainmentValues, { aim, title, day }: Sought): number {
    const sameAim = aim !== null && normaliseAim(textOf(values[columns.aim])) === aim
    const sameTitle = title !== '' && normaliseTitle(textOf(values[columns.title])) === title
    if (!sameAim && !sameTitle) return 0
    const sameDate = textOf(values[columns.date]) === day
    return 1 + Number(sameTitle) + 2 * Number(sameAim) + 4 * Number(sameDate)
  }
}

/** What an event has, for comparing with records of its year. */
interface Sought {
  readonly aim: string | null
  readonly title: string
  readonly day: string | null
}

const none: readonly Candidate[] = []
