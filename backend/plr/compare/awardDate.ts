import { dayOf } from '../event/day.ts'

export interface AwardDate {
  /** `yyyy-MM-dd`, or null when LRS has none or none that exists. */
  readonly date: string | null
  readonly note: string | null
}

/** Award dates come in a few hundred different days; more than this many are not kept. */
const most = 5000
const known = new Map<string, AwardDate>()

/** The award date that goes into ebs: never invented, and said so when LRS's is no date. */
export function readAwardDate(text: string | null): AwardDate {
  if (text === null) return without
  const before = known.get(text)
  if (before) return before
  const read = parseAwardDate(text)
  if (known.size < most) known.set(text, read)
  return read
}

const without: AwardDate = { date: null, note: null }

function parseAwardDate(text: string): AwardDate {
  const { day, unreadable } = dayOf(text)
  const note =
    unreadable === null
      ? null
      : `The award date “${unreadable.slice(0, 40)}” is no calendar date and is written as none`
  return { date: day, note }
}
