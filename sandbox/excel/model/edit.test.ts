import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { movedArea, movedIndexes, type Edit } from './edit.ts'

const rows = (at: number, count: number): Edit => ({ axis: 'rows', at, count, first: 0, last: 99 })

describe('an area after rows were put in or taken out', () => {
  const area = { row: 10, column: 2, rows: 5, columns: 3 }

  it.each([
    ['put in above', rows(3, 2), { ...area, row: 12 }],
    ['put in inside', rows(12, 2), { ...area, rows: 7 }],
    ['put in below', rows(15, 2), area],
    ['taken out above', rows(3, -2), { ...area, row: 8 }],
    ['taken out inside', rows(11, -2), { ...area, rows: 3 }],
    ['taken out over its top', rows(8, -4), { ...area, row: 8, rows: 3 }],
    ['taken out over its end', rows(13, -9), { ...area, rows: 3 }],
    ['all taken out', rows(9, -9), null],
    ['put in for other columns', { ...rows(3, 2), first: 40 }, area],
  ])('%s', (_, edit, expected) => {
    expect(movedArea(area, edit)).toEqual(expected)
  })

  it('is itself again when what was put in is taken out', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.integer({ min: 1, max: 9 }), (at, count) => {
        const moved = movedArea(area, rows(at, count))!
        expect(movedArea(moved, rows(at, -count))).toEqual(area)
      }),
    )
  })

  it('moves single indexes as it moves areas of one row', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), fc.integer({ min: -9, max: 9 }), (index, at, count) => {
        fc.pre(count !== 0)
        const moved = movedArea({ row: index, column: 0, rows: 1, columns: 1 }, rows(at, count))
        expect([...movedIndexes(new Set([index]), at, count)]).toEqual(moved ? [moved.row] : [])
      }),
    )
  })
})
