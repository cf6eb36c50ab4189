import { afterEach, describe, expect, it } from '@jest/globals'
import { setTimeout as pause } from 'node:timers/promises'
import { createSlots, type Place, type SharedSlots, type SlotsWire } from './slots.ts'

const never = new AbortController().signal
const open: SharedSlots[] = []
afterEach(() => {
  for (const slots of open.splice(0)) slots.close()
})

/** A Redis that answers nothing but that it is there, or that is away. */
function wireThat(is: { away: boolean; replicas: number; places: Place[] }) {
  let given: (place: Place) => void = () => undefined
  const told: Parameters<SlotsWire['tell']>[0][] = []
  const wire: SlotsWire = {
    tell(standing) {
      told.push(standing)
      if (is.away) return Promise.reject(new Error('away'))
      return Promise.resolve({ replicas: is.replicas, places: is.places.splice(0) })
    },
    onGiven: (take) => {
      given = take
    },
    close: () => undefined,
  }
  const slots = createSlots({ wire, places: 6, leaseMs: 60 })
  open.push(slots)
  return { slots, told, give: (place: Place) => given(place) }
}

describe('shared places', () => {
  it('tells who waits in one call, and lets in whom Redis names', async () => {
    const { slots, told, give } = wireThat({ away: false, replicas: 2, places: [] })
    const entered: string[] = []
    for (const person of ['ann', 'ann', 'bob']) {
      void slots.take(person, never).then(() => entered.push(person))
    }
    await pause(5)
    expect(told[0]?.wishes).toEqual(
      new Map([
        ['ann', 2],
        ['bob', 1],
      ]),
    )
    expect(entered).toEqual([])
    give({ lease: 'l1', person: 'bob' })
    give({ lease: 'l2', person: 'ann' })
    await pause(1)
    expect(entered).toEqual(['bob', 'ann'])
    expect(slots.taken()).toBe(2)
    expect(slots.waiting()).toBe(1)
  })

  it('gives back what was used, and at once what nobody wants any more', async () => {
    const { slots, told, give } = wireThat({ away: false, replicas: 1, places: [] })
    const taken = slots.take('ann', never)
    const gone = new AbortController()
    const cancelled = slots.take('bob', gone.signal)
    await pause(5)
    give({ lease: 'l1', person: 'ann' })
    const giveBack = await taken
    giveBack()
    giveBack()
    gone.abort()
    await expect(cancelled).rejects.toThrow()
    give({ lease: 'l2', person: 'bob' })
    await pause(5)
    expect(told.flatMap(({ givenBack }) => givenBack)).toEqual(['l1', 'l2'])
    expect(slots.taken()).toBe(0)
  })

  it('keeps its leases alive while they are used', async () => {
    const { slots, told, give } = wireThat({ away: false, replicas: 1, places: [] })
    const taken = slots.take('ann', never)
    give({ lease: 'l1', person: 'ann' })
    await taken
    await pause(70)
    expect(told.filter(({ held }) => held.includes('l1')).length).toBeGreaterThan(1)
  })

  it('without Redis takes its share, people in turn, and makes it known when Redis is back', async () => {
    const is = { away: false, replicas: 3, places: [] }
    const { slots, told } = wireThat(is)
    await pause(30)
    is.away = true
    const entered: string[] = []
    const leave: (() => void)[] = []
    for (const person of ['ann', 'ann', 'ann', 'bob']) {
      void slots.take(person, never).then((giveBack) => {
        entered.push(person)
        leave.push(giveBack)
      })
    }
    await pause(10)
    expect(entered).toEqual(['ann', 'bob'])
    leave[0]?.()
    await pause(5)
    expect(entered).toEqual(['ann', 'bob', 'ann'])
    is.away = false
    await pause(50)
    expect(told.at(-1)?.held).toHaveLength(2)
    expect(slots.taken()).toBe(2)
  })
})
