import { describe, expect, it } from '@jest/globals'
import { createFakeClock } from '../../../api/testing/fakeClock.ts'
import { createCountShower } from './showCounts.ts'

describe('counts while rows arrive', () => {
  it('are read at once, then every two seconds, less often where reading takes long', async () => {
    const clock = createFakeClock()
    let reads = 0
    let takes = 0
    const show = createCountShower(async () => {
      reads += 1
      if (takes > 0) await clock.wait(takes)
    }, clock)
    const at = async (ms: number) => {
      await clock.pass(ms)
      show()
      await clock.pass(0)
      return reads
    }
    expect(await at(0)).toBe(1)
    expect(await at(1_999)).toBe(1)
    takes = 1_000
    expect(await at(1)).toBe(2)
    expect(await at(1_000)).toBe(2)
    expect(await at(9_999)).toBe(2)
    expect(await at(1)).toBe(3)
  })

  it('go on after a reading that failed', async () => {
    const clock = createFakeClock()
    let reads = 0
    const show = createCountShower(() => {
      reads += 1
      return Promise.reject(new Error('Excel is busy'))
    }, clock)
    show()
    await clock.pass(0)
    await clock.pass(2_000)
    show()
    expect(reads).toBe(2)
  })
})
