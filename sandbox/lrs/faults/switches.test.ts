import { describe, expect, it } from '@jest/globals'
import { seededRandom } from './random.ts'
import { choose, readSwitches, writeSwitches } from './switches.ts'

describe('switches', () => {
  it('are read and written back', () => {
    const list = 'timeout:0.01,maintenance@9000000016,shuffled'
    expect(writeSwitches(readSwitches(` ${list.replaceAll(',', ' , ')} ,`))).toBe(list)
  })

  it.each(['flood', 'timeout:2', 'timeout:x', 'timeout@x'])('refuses %s', (list) => {
    expect(() => readSwitches(list)).toThrow(/no fault of the LRS simulator/)
  })

  it('hit their share of calls, the same ones for the same seed', () => {
    const switches = readSwitches('timeout:0.2')
    const hits = (seed: number) => {
      const random = seededRandom(seed)
      return Array.from({ length: 2000 }, () => choose(switches, null, random).fault)
    }
    expect(hits(1)).toEqual(hits(1))
    expect(hits(1)).not.toEqual(hits(2))
    const share = hits(1).filter((fault) => fault === 'timeout').length / 2000
    expect(share).toBeGreaterThan(0.17)
    expect(share).toBeLessThan(0.23)
  })

  it('for one ULN leave the others alone; shapes go together, faults do not', () => {
    const switches = readSwitches('reset@1,timeout@1,shuffled,non-ascii')
    const chosen = choose(switches, '1', () => 0)
    expect(chosen).toEqual({ fault: 'reset', shapes: new Set(['shuffled', 'non-ascii']) })
    expect(choose(switches, '2', () => 0).fault).toBeNull()
  })
})
