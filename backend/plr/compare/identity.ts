import { normaliseAim } from './aim.ts'
import type { AttainmentValues } from './attainment.ts'
import type { AttainmentMapping } from './attainmentMapping.ts'
import type { Cell } from './cell.ts'
import { fieldsOf } from './fields.ts'
import { normaliseTitle } from './title.ts'

/** What tells a learner's qualifications apart where nothing links an event with its record. */
export interface Identity {
  readonly aim: string
  readonly date: string | null
  /** Counts only without a date. */
  readonly title: string
}

/** The identities of events and records; null, or never equal, without an aim. */
export function createIdentities(mapping: AttainmentMapping) {
  const { reader, cell } = fieldsOf(mapping)
  const cells = { aim: cell('aim'), date: cell('awardDate'), title: cell('title') }
  const read = { aim: reader('aim'), date: reader('awardDate'), title: reader('title') }

  return {
    aimOfEvent: (written: readonly Cell[]): string | null => cells.aim(written)?.plain ?? null,
    ofEvent(written: readonly Cell[]): Identity | null {
      const aim = cells.aim(written)?.plain ?? null
      if (aim === null) return null
      const date = cells.date(written)?.value ?? null
      return {
        aim,
        date: date === null ? null : String(date),
        title: cells.title(written)?.plain ?? '',
      }
    },
    aimOfRecord: (record: AttainmentValues): string | null => normaliseAim(read.aim(record)),
    /** Whether a record is the same but for the aim. */
    hasRest: (record: AttainmentValues, { date, title }: Identity): boolean =>
      read.date(record) === date && (date !== null || normaliseTitle(read.title(record)) === title),
  }
}
export type Identities = ReturnType<typeof createIdentities>

export function sameIdentity(one: Identity, other: Identity): boolean {
  return (
    one.aim === other.aim &&
    one.date === other.date &&
    (one.date !== null || one.title === other.title)
  )
}
