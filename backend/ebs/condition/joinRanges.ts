import type { Ask } from './rule.ts'
import { dayAfter, dayBefore, firstDay } from './value.ts'

/**
 * What an `and` group asks of one and the same day, with its ranges joined into one where they have
 * both ends: two tests that each read many records become one that reads few.
 */
export function joinRanges(asks: readonly Ask[]): readonly Ask[] {
  const ranges = asks.flatMap((ask) => rangeOf(ask) ?? [])
  const low = ranges
    .flatMap((range) => range.low ?? [])
    .toSorted()
    .at(-1)
  const high = ranges.flatMap((range) => range.high ?? []).toSorted()[0]
  if (low === undefined || high === undefined) return asks
  return [{ kind: 'between', low, high }, ...asks.filter((ask) => rangeOf(ask) === null)]
}

interface Range {
  readonly low?: string
  readonly high?: string
}

/** The days that a test finds, when they are all from one on, up to one, or between two. */
function rangeOf(ask: Ask): Range | null {
  switch (ask.kind) {
    case '>':
      return { low: dayAfter(ask.value) }
    case '>=':
      return { low: ask.value }
    case '<':
      return ask.value === firstDay ? null : { high: dayBefore(ask.value) }
    case '<=':
      return { high: ask.value }
    case 'between':
      return ask
    default:
      return null
  }
}
