import { describe, expect, it } from '@jest/globals'
import { parseArea } from '../../model/address.ts'
import { recordsFound, selectionFigures } from './selectionFigures.ts'

describe('figures of the selection', () => {
  it('count what is not empty, and add up numbers alone', () => {
    expect(
      selectionFigures([
        [1, 'x', ''],
        [2, true, 6],
      ]),
    ).toEqual({ count: 5, sum: 9, average: 3 })
  })

  it('have no sum without a number: digits kept as text are none', () => {
    expect(selectionFigures([['9000000016', '']])).toEqual({ count: 1, sum: null, average: null })
  })
})

describe('records a filter leaves', () => {
  const table = (filtered: boolean) => ({
    id: 't',
    name: 'T',
    area: parseArea('A1:B11')!,
    filterButtons: true,
    columns: [{ name: 'A', filtered, sorted: null }],
  })

  it('are the rows of the table that are not hidden', () => {
    expect(
      recordsFound(table(true), [
        [2, 3],
        [9, 10],
      ]),
    ).toEqual({ found: 5, all: 10 })
  })

  it('are not told while no filter is on', () => {
    expect(recordsFound(table(false), [[2, 3]])).toBeNull()
  })
})
