import { describe, expect, it } from '@jest/globals'
import { setMaxListeners } from 'node:events'
import fc from 'fast-check'
import { createFairQueue } from './queue.ts'
import { createGate } from './gate.ts'
import { afterCall, allowed, fullPace, type Pace } from './pace.ts'
import { afterVerdict, doubted, unproven, type Verdict } from './proof.ts'

describe('the queue', () => {
  it('gives nobody a second turn while another waits who had fewer', () => {
    const people = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 60 })
    fc.assert(
      fc.property(people, (waiting) => {
        const queue = createFairQueue<string>()
        waiting.forEach((person, index) => queue.add(person, `${person}${index}`, false))
        const left = new Map<string, number>()
        for (const person of waiting) left.set(person, (left.get(person) ?? 0) + 1)
        const turns = new Map<string, number>()
        for (let item = queue.next(); item !== undefined; item = queue.next()) {
          const person = item.charAt(0)
          turns.set(person, (turns.get(person) ?? 0) + 1)
          left.set(person, (left.get(person) ?? 0) - 1)
          for (const [other, count] of left) {
            if (count > 0)
              expect(turns.get(person)).toBeLessThanOrEqual((turns.get(other) ?? 0) + 1)
          }
        }
        expect([...turns.values()].reduce((sum, each) => sum + each, 0)).toBe(waiting.length)
        expect(queue.size()).toBe(0)
      }),
    )
  })

  it('keeps the order of one person, and lets a repeated call go first', () => {
    const queue = createFairQueue<number>()
    queue.add('a', 1, false)
    queue.add('a', 2, false)
    queue.add('a', 3, true)
    queue.remove('a', 1)
    expect([queue.next(), queue.next(), queue.next()]).toEqual([3, 2, undefined])
  })
})

describe('the gate', () => {
  const turn = { person: 'a', again: false, signal: new AbortController().signal }
  // Twenty wait with one signal below; the client lifts Node's limit of ten in the same way.
  setMaxListeners(0, turn.signal)

  it('lets no more through than its width, and gives a place back after an error', async () => {
    let most = 0
    let now = 0
    const gate = createGate(() => 3)
    const work = async () => {
      now += 1
      most = Math.max(most, now)
      await Promise.resolve()
      now -= 1
      throw new Error('broken')
    }
    const settled = await Promise.allSettled(Array.from({ length: 20 }, () => gate.run(turn, work)))
    expect(settled.every(({ status }) => status === 'rejected')).toBe(true)
    expect(most).toBe(3)
    expect([gate.inFlight(), gate.waiting()]).toEqual([0, 0])
  })

  it('forgets those who went away while they waited', async () => {
    const gate = createGate(() => 1)
    let finish: () => void = () => undefined
    const running = gate.run(turn, () => new Promise<void>((done) => (finish = done)))
    const stop = new AbortController()
    const waiting = gate.run({ ...turn, signal: stop.signal }, () => Promise.resolve())
    stop.abort(new Error('gone'))
    await expect(waiting).rejects.toThrow('gone')
    expect(gate.waiting()).toBe(0)
    finish()
    await running
  })
})

describe('the pace', () => {
  const call = fc.record({ ms: fc.integer({ min: 1, max: 60_000 }), failed: fc.boolean() })
  const after = (calls: readonly { ms: number; failed: boolean }[], most: number): Pace =>
    calls.reduce((pace, { ms, failed }, index) => {
      const endedAt = index * 100_000 + ms
      return afterCall(pace, { startedAt: index * 100_000, endedAt, failed }, most)
    }, fullPace(most))

  it('is never below one call nor above the batch size', () => {
    fc.assert(
      fc.property(fc.array(call), fc.integer({ min: 1, max: 50 }), (calls, most) => {
        const now = allowed(after(calls, most))
        expect(now).toBeGreaterThanOrEqual(1)
        expect(now).toBeLessThanOrEqual(most)
      }),
    )
  })

  it('goes down to one when all fail, and comes back to full when all is well', () => {
    const failing = Array.from({ length: 10 }, () => ({ ms: 10, failed: true }))
    const well = Array.from({ length: 300 }, () => ({ ms: 10, failed: false }))
    expect(allowed(after(failing, 20))).toBe(1)
    expect(allowed(after([...failing, ...well], 20))).toBe(20)
  })

  it('slows down for calls four times slower than usual, not for a service that is always slow', () => {
    const usual = Array.from({ length: 20 }, () => ({ ms: 900, failed: false }))
    expect(allowed(after([...usual, { ms: 4500, failed: false }], 20))).toBe(10)
    expect(
      allowed(
        after(
          usual.map((each) => ({ ...each, ms: 8000 })),
          20,
        ),
      ),
    ).toBe(20)
  })

  it('is lowered once by calls that were in flight together', () => {
    const together = { startedAt: 0, endedAt: 1000, failed: true }
    const once = afterCall(fullPace(20), together, 20)
    expect(allowed(afterCall(once, { ...together, endedAt: 1001 }, 20))).toBe(10)
    expect(allowed(afterCall(once, { ...together, startedAt: 1002 }, 20))).toBe(5)
  })
})

describe('the proof', () => {
  it('comes only from an accepted call that was sent after the last doubt', () => {
    expect(afterVerdict(unproven, 'accepted', 0).proven).toBe(true)
    const again = doubted(unproven)
    expect(afterVerdict(again, 'accepted', 0).proven).toBe(false)
    expect(afterVerdict(again, 'accepted', 1).proven).toBe(true)
  })

  it('keeps calls alone until then, but for time-outs', () => {
    const verdicts = fc.array(fc.constantFrom<Verdict>('refused', 'open'))
    fc.assert(
      fc.property(verdicts, (list) => {
        const proof = list.reduce(
          (now, verdict) => afterVerdict(now, verdict, now.generation),
          unproven,
        )
        expect(proof).toMatchObject({ proven: false, width: 1 })
      }),
    )
    expect(afterVerdict(afterVerdict(unproven, 'silent', 0), 'silent', 0).width).toBe(16)
    expect(afterVerdict({ ...unproven, width: 16 }, 'refused', 0).width).toBe(1)
  })
})
