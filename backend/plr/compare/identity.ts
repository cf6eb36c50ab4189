import { normaliseAim } from './aim.ts'
import type { AttainmentValues } from './attainment.ts'
import type { Case } from './case.ts'
import type { Fields } from './fields.ts'
import { textOf } from './fields.ts'
import { normaliseTitle } from './title.ts'

/**
 * What tells a learner's qualifications apart where nothing links an event with its record: aim and
 * award date, and the title where there is no date. Without an aim nothing is the same.
 */
export function createIdentities(fields: Fields) {
  const aim = fields.columnOf('aim')
  const date = fields.columnOf('awardDate')
  const title = fields.columnOf('title')
  const titleOf = fields.cellOf('title')
  const titleOfEvent = ({ facts }: Case): string => titleOf(facts).plain ?? ''

  return {
    aimOfRecord: (values: AttainmentValues): string | null => normaliseAim(textOf(values[aim])),
    /** Whether a record is the same as an event, but for the aim. */
    hasRest(values: AttainmentValues, one: Case): boolean {
      const day = textOf(one.date.value)
      if (textOf(values[date]) !== day) return false
      return day !== null || normaliseTitle(textOf(values[title])) === titleOfEvent(one)
    },
    areSame(one: Case, other: Case): boolean {
      if (one.aim.plain === null || one.aim.plain !== other.aim.plain) return false
      const day = textOf(one.date.value)
      if (textOf(other.date.value) !== day) return false
      return day !== null || titleOfEvent(one) === titleOfEvent(other)
    },
  }
}
export type Identities = ReturnType<typeof createIdentities>
