import { describe, expect, it } from '@jest/globals'
import type { WindowView } from '../../model/protocol.ts'
import { blockColumns, blockRows, createCellCache } from './cellCache.ts'

const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

const setUp = () => {
  const asked: { firstRow: number; firstColumn: number }[] = []
  let arrivals = 0
  let suffix = ''
  const cache = createCellCache({
    ask: ({ firstRow, firstColumn, rowCount, columnCount }) => {
      asked.push({ firstRow, firstColumn })
      const cells = Array.from({ length: rowCount }, (_, row) =>
        Array.from({ length: columnCount }, (_, column) => ({
          text: `${String(firstRow + row)},${String(firstColumn + column)}${suffix}`,
          kind: 'text' as const,
          align: 'left' as const,
        })),
      )
      return Promise.resolve<WindowView>({ rows: [], columns: [], cells })
    },
    arrived: () => {
      arrivals += 1
    },
  })
  return {
    cache,
    asked,
    arrivals: () => arrivals,
    change: () => {
      suffix = '!'
    },
  }
}

describe('cells near what is shown', () => {
  it('are asked for in blocks, each once', async () => {
    const { cache, asked, arrivals } = setUp()
    expect(cache.get(3, 4)).toBeUndefined()
    expect(cache.get(5, 6)).toBeUndefined()
    expect(cache.get(blockRows, blockColumns)).toBeUndefined()
    await settled()
    expect(asked).toEqual([
      { firstRow: 0, firstColumn: 0 },
      { firstRow: blockRows, firstColumn: blockColumns },
    ])
    expect(arrivals()).toBe(2)
    expect(cache.get(3, 4)?.text).toBe('3,4')
    expect(cache.get(blockRows + 1, blockColumns + 2)?.text).toBe('65,34')
  })

  it('stay shown while newer ones are on their way', async () => {
    const { cache, change } = setUp()
    cache.get(0, 0)
    await settled()
    change()
    cache.invalidate()
    expect(cache.get(0, 0)?.text).toBe('0,0')
    await settled()
    expect(cache.get(0, 0)?.text).toBe('0,0!')
  })

  it('are asked for again when they changed while they were on their way', async () => {
    const { cache, asked, change } = setUp()
    cache.get(0, 0)
    change()
    cache.invalidate()
    cache.get(0, 0)
    await settled()
    expect(asked).toHaveLength(2)
    expect(cache.get(0, 0)?.text).toBe('0,0!')
  })

  it('are forgotten when they were not shown for long', async () => {
    const { cache, asked } = setUp()
    for (let block = 0; block < 250; block++) cache.get(block * blockRows, 0)
    await settled()
    const before = asked.length
    expect(cache.get(0, 0)).toBeUndefined()
    expect(cache.get(249 * blockRows, 0)?.text).toBe(`${String(249 * blockRows)},0`)
    expect(asked).toHaveLength(before + 1)
  })
})
