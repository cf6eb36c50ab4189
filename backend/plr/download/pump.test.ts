import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { pump } from './pump.ts'

describe('pump', () => {
  it('hands out every outcome once and never runs more than its width', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 3 }), { maxLength: 40 }),
        fc.integer({ min: 1, max: 8 }),
        async (delays, width) => {
          let running = 0
          let most = 0
          const items = delays.map((delay, index) => ({ delay, index }))
          const seen: number[] = []
          const work = async (item: { delay: number; index: number }) => {
            running += 1
            most = Math.max(most, running)
            for (let i = 0; i < item.delay; i += 1) await Promise.resolve()
            running -= 1
            return item.index
          }
          for await (const index of pump(items, width, work)) seen.push(index)
          expect(seen.sort((a, b) => a - b)).toEqual(items.map((item) => item.index))
          expect(most).toBeLessThanOrEqual(width)
        },
      ),
    )
  })

  it('starts no more than the reader takes', async () => {
    let started = 0
    const outcomes = pump([1, 2, 3, 4, 5, 6, 7, 8], 2, (n) => {
      started += 1
      return Promise.resolve(n)
    })
    await outcomes.next()
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(started).toBe(3)
    await outcomes.return(undefined)
  })
})
