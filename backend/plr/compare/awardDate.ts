import { dayOf } from '../event/day.ts'
import { remembered } from './remembered.ts'

export interface AwardDate {
  /** `yyyy-MM-dd`, or null when LRS has none or none that exists. */
  readonly date: string | null
  readonly note: string | null
}

/** The award date that goes into ebs: never invented, and said so when LRS's is no date. */
export function readAwardDate(text: string | null): AwardDate {
  return text === null ? without : parsed(text)
}

const without: AwardDate = { date: null, note: null }
const parsed = remembered(parseAwardDate)

function parseAwardDate(text: string): AwardDate {
  const { day, unreadable } = dayOf(text)
  const note =
    unreadable === null
      ? null
      : `The award date “${unreadable.slice(0, 40)}” is no calendar date and is written as none`
  return { date: day, note }
}
