import { describe, expect, it } from '@jest/globals'
import { parseArea } from '../../model/address.ts'
import { recordsFound } from './recordsFound.ts'

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
