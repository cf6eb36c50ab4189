import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { joinRanges } from './joinRanges.ts'
import type { Ask } from './rule.ts'
import { dayAfter } from './value.ts'

const days = ['0001-01-01', '0001-01-02', '2026-02-28', '2026-03-01', '9999-12-30', '9999-12-31']

const kinds = ['=', '!=', '<', '<=', '>', '>='] as const
const anyDay = fc.constantFrom(...days)
const anyAsk: fc.Arbitrary<Ask> = fc.oneof(
  fc.record({ kind: fc.constantFrom(...kinds), value: anyDay }),
  fc.record({ kind: fc.constant('between' as const), low: anyDay, high: anyDay }),
  fc.record({
    kind: fc.constant('in' as const),
    values: fc.array(anyDay),
    orNull: fc.boolean(),
  }),
  fc.constantFrom<Ask>({ kind: 'isNull' }, { kind: 'isFilled' }),
)

/** Whether a day, null for none, passes; the last day has none after it, as in `compare`. */
function passes(day: string | null, ask: Ask): boolean {
  switch (ask.kind) {
    case 'isNull':
      return day === null
    case '!=':
      return day !== ask.value
    case 'in':
      return day === null ? ask.orNull : ask.values.includes(day)
    default:
      return day !== null && filledPasses(day, ask)
  }
}

function filledPasses(day: string, ask: Ask): boolean {
  switch (ask.kind) {
    case '=':
      return ask.value <= day && day < dayAfter(ask.value)
    case '<':
      return day < ask.value
    case '<=':
      return day < dayAfter(ask.value)
    case '>':
      return day >= dayAfter(ask.value)
    case '>=':
      return day >= ask.value
    case 'between':
      return ask.low <= day && day < dayAfter(ask.high)
    default:
      return ask.kind === 'isFilled'
  }
}

it('joined ranges find the days that the tests find one by one', () => {
  fc.assert(
    fc.property(fc.array(anyAsk), fc.constantFrom(...days, null), (asks, day) => {
      const joined = joinRanges(asks)
      expect(joined.every((ask) => passes(day, ask))).toBe(asks.every((ask) => passes(day, ask)))
    }),
    { numRuns: 5000 },
  )
})

it('joins what has two ends, and leaves all other tests as they are', () => {
  const after = { kind: '>', value: '2026-02-28' } as const
  const before = { kind: '<', value: '2026-03-05' } as const
  const other = { kind: '!=', value: '2026-03-02' } as const
  expect(joinRanges([after, other, before])).toEqual([
    { kind: 'between', low: '2026-03-01', high: '2026-03-04' },
    other,
  ])
  expect(joinRanges([after, other])).toEqual([after, other])
})
