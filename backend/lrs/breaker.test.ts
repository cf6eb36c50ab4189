import { describe, expect, it } from '@jest/globals'
import { CircuitState } from 'cockatiel'
import fc from 'fast-check'
import { createBreaker } from './breaker.ts'

const rule = { windowMs: 30_000, fewestFailures: 20 }

function breakerAt(start = 0) {
  let at = start
  const breaker = createBreaker({ ...rule, now: () => at })
  return {
    wait: (ms: number) => void (at += ms),
    succeed: (times = 1, state = CircuitState.Closed) => {
      for (let each = 0; each < times; each += 1) breaker.success(state)
    },
    /** Whether the last of these failures opens it. */
    fail: (times = 1) => {
      let opens = false
      for (let each = 0; each < times; each += 1) opens = breaker.failure(CircuitState.Closed)
      return opens
    },
  }
}

describe('the breaker', () => {
  it('opens with the twentieth failure, and not before', () => {
    const { fail } = breakerAt()
    expect(fail(19)).toBe(false)
    expect(fail()).toBe(true)
  })

  it('counts failures, not calls, to twenty: 12 of 23 do not open it', () => {
    const { fail, succeed } = breakerAt()
    succeed(11)
    expect(fail(12)).toBe(false)
  })

  it('stays closed while half of the calls or more are answered', () => {
    const { fail, succeed } = breakerAt()
    succeed(100)
    expect(fail(100)).toBe(false)
    expect(fail()).toBe(true)
  })

  it('forgets what is 30 s old', () => {
    const { fail, succeed, wait } = breakerAt()
    fail(19)
    wait(29_999)
    expect(fail()).toBe(true)
    wait(1)
    expect(fail()).toBe(false)
    succeed(1000)
    wait(30_000)
    expect(fail(20)).toBe(true)
  })

  it('forgets what came before a pause when the call after it succeeds', () => {
    const { fail, succeed } = breakerAt()
    fail(50)
    succeed(1, CircuitState.HalfOpen)
    expect(fail(19)).toBe(false)
    expect(fail()).toBe(true)
  })

  it('counts by a clock of its own when none is given', () => {
    const breaker = createBreaker({ ...rule, fewestFailures: 2 })
    const opens = [1, 2].map(() => breaker.failure(CircuitState.Closed))
    expect(opens).toEqual([false, true])
  })

  it('agrees with a plain recount after any calls', () => {
    const call = fc.record({
      after: fc.oneof(fc.constant(0), fc.nat(2000), fc.nat(40_000)),
      failed: fc.boolean(),
    })
    // More failures than successes, so that both answers are seen.
    const calls = fc.array(
      fc.oneof(
        call,
        call.map((one) => ({ ...one, failed: true })),
      ),
      {
        maxLength: 200,
        size: 'max',
      },
    )
    const seen = new Set<boolean>()
    fc.assert(
      fc.property(calls, fc.integer({ min: 1, max: 20 }), (given, fewestFailures) => {
        let at = 0
        const breaker = createBreaker({ ...rule, fewestFailures, now: () => at })
        const past: { at: number; failed: boolean }[] = []
        for (const { after, failed } of given) {
          at += after
          past.push({ at, failed })
          if (!failed) {
            breaker.success(CircuitState.Closed)
            continue
          }
          const recent = past.filter((one) => one.at > at - rule.windowMs)
          const failures = recent.filter((one) => one.failed).length
          const opens = failures >= fewestFailures && failures / recent.length > 0.5
          expect(breaker.failure(CircuitState.Closed)).toBe(opens)
          seen.add(opens)
        }
      }),
    )
    expect(seen).toEqual(new Set([true, false]))
  })
})
