import { describe, expect, it } from '@jest/globals'
import { parseArea } from '../../model/address.ts'
import { selectedLines } from './lines.ts'

describe('the rows and columns of a selection', () => {
  const areas = ['B2:C3', 'F3:F5', 'A9'].map((text) => parseArea(text)!)

  it('are each of them once, the last ones first, so that none moves before its turn', () => {
    expect(selectedLines(areas, 'rows')).toEqual([
      [8, 1],
      [1, 4],
    ])
    expect(selectedLines(areas, 'columns')).toEqual([
      [5, 1],
      [0, 3],
    ])
  })
})
