import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseArea } from '../../model/address.ts'
import { type Area, isEntireColumn, isEntireRow, WHOLE_SHEET } from '../../model/area.ts'
import { sheetView } from '../testing.ts'
import { fromGrid, toGrid } from './gridSelection.ts'
import { gridLayout } from './layout.ts'

const areas = (...texts: string[]): Area[] => texts.map((text) => parseArea(text)!)
const at = (text: string) => {
  const { row, column } = parseArea(text)!
  return { row, column }
}
const plain = gridLayout(sheetView())

describe('what the grid draws as selected', () => {
  it('has the area of the active cell as its range, and the others beside it', () => {
    const { current } = toGrid(plain, { areas: areas('A1:B2', 'D4:E6'), active: at('D5') })
    expect(current).toEqual({
      cell: [3, 4],
      range: { x: 3, y: 3, width: 2, height: 3 },
      rangeStack: [{ x: 0, y: 0, width: 2, height: 2 }],
    })
  })

  it('takes whole rows and columns as such', () => {
    const { rows, columns, current } = toGrid(plain, {
      areas: areas('2:3', 'C:C'),
      active: at('C1'),
    })
    expect(rows.toArray()).toEqual([1, 2])
    expect(columns.toArray()).toEqual([2])
    expect(current).toBeUndefined()
  })

  it('leaves frozen rows to those who draw them', () => {
    const frozen = gridLayout(sheetView({ frozenRows: 2 }))
    expect(toGrid(frozen, { areas: areas('A1:B2'), active: at('A1') }).current).toBeUndefined()
    expect(toGrid(frozen, { areas: areas('A1:B4'), active: at('A1') }).current).toMatchObject({
      cell: [0, 0],
      range: { x: 0, y: 0, width: 2, height: 2 },
    })
  })
})

describe('what the user selects on the grid', () => {
  it('covers hidden rows in between, as in Excel', () => {
    const layout = gridLayout(sheetView({ hiddenRows: [[2, 3]] }))
    const drawn = toGrid(layout, { areas: areas('A2:A7'), active: at('A2') })
    expect(drawn.current?.range.height).toBe(3)
    expect(fromGrid(layout, drawn).areas).toEqual(areas('A2:A7'))
  })

  it('is the whole sheet when every row is taken', () => {
    expect(
      fromGrid(plain, toGrid(plain, { areas: [WHOLE_SHEET], active: at('A1') })).areas,
    ).toEqual([WHOLE_SHEET])
  })

  it('comes back as it was drawn, whatever it is', () => {
    const cell = fc.record({
      row: fc.nat(80),
      column: fc.nat(20),
      rows: fc.integer({ min: 1, max: 15 }),
      columns: fc.integer({ min: 1, max: 5 }),
    })
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (ranges) => {
        const last = ranges.at(-1)!
        const selected = { areas: ranges, active: { row: last.row, column: last.column } }
        expect(fromGrid(plain, toGrid(plain, selected))).toEqual(selected)
      }),
    )
  })

  it('keeps rows, columns and ranges apart', () => {
    const selected = { areas: areas('2:2', 'C:D', 'F9'), active: at('F9') }
    const back = fromGrid(plain, toGrid(plain, selected)).areas
    expect(back).toEqual(selected.areas)
    expect([back.filter(isEntireRow).length, back.filter(isEntireColumn).length]).toEqual([1, 1])
  })
})
